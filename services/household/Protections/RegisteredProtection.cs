using Tsunagu.Households.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Protections;

/// <summary>支援措置 registered by hand, for somebody who cannot wait for the next list.</summary>
sealed class RegisteredProtection
{
    RegisteredProtection()
    {
    }

    /// <summary>UUIDv7.</summary>
    public Guid Id { get; private init; }

    public Guid ResidentId { get; private init; }

    /// <summary>Who is protected with the person.</summary>
    public Guid[] CompanionIds { get; private init; } = [];

    /// <summary>区分, such as DV: 1 to 40 characters.</summary>
    public string Category { get; private init; } = "";

    public DateOnly StartDate { get; private init; }

    /// <summary>Last day.</summary>
    public DateOnly EndDate { get; private init; }

    /// <summary>Why, 1 to 500 characters.</summary>
    public string Reason { get; private init; } = "";

    public StaffId Staff { get; private init; }

    public AgencyId Agency { get; private init; }

    public DateTimeOffset RegisteredAt { get; private init; }

    /// <summary>Registers one.</summary>
    /// <param name="id">UUIDv7.</param>
    /// <param name="who">Whom it protects, and who with the person.</param>
    /// <param name="category">区分.</param>
    /// <param name="start">First day; today when null.</param>
    /// <param name="end">Last day; when null that of a year.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who registers it, for which agency.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="Refusal">PROTECTION_PERIOD_INVALID, PROTECTION_PERIOD_OVER, PROTECTION_PERIOD_TOO_LONG.</exception>
    public static RegisteredProtection Register(
        Guid id, (Guid Resident, Guid[] Companions) who, string category, DateOnly? start, DateOnly? end, string reason,
        (StaffId Staff, AgencyId Agency) by, DateTimeOffset now)
    {
        var today = JapanCalendar.DayOf(now);
        var first = start ?? today;
        var longest = first.AddYears(1).AddDays(-1);
        var last = end ?? longest;
        if (first > today || last < first)
            throw ProtectionErrors.PeriodBegins();
        if (last < today)
            throw ProtectionErrors.PeriodOver();
        if (last > longest)
            throw ProtectionErrors.PeriodTooLong();
        return new()
        {
            Id = id,
            ResidentId = who.Resident,
            CompanionIds = who.Companions,
            Category = category,
            StartDate = first,
            EndDate = last,
            Reason = reason,
            Staff = by.Staff,
            Agency = by.Agency,
            RegisteredAt = now,
        };
    }

    /// <summary>What hides each of those whom it protects.</summary>
    /// <param name="numbers">宛名番号 of them.</param>
    public IEnumerable<Protection> Spans(IEnumerable<string> numbers) => numbers.Select(number => new Protection
    {
        FeedId = "",
        ResidentNumber = number,
        StartDate = StartDate,
        EndDate = EndDate,
        Listed = true,
        ToldBy = Id,
    });
}
