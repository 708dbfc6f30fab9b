using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>協定: what an agency outside the city administration may work with, and how long.</summary>
public sealed class Agreement
{
    Agreement()
    {
    }

    /// <summary>Identity (UUIDv7).</summary>
    public Guid Id { get; private init; }

    /// <summary>Agency it is with.</summary>
    public AgencyId Agency { get; private init; }

    /// <summary>Areas of the suite that it covers, such as <c>referral</c>.</summary>
    public IReadOnlyList<string> Scopes { get; private set; } = [];

    /// <summary>First day, a day of Japan.</summary>
    public DateOnly StartsOn { get; private init; }

    /// <summary>Last day, a day of Japan.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>When it was ended before its time (UTC); null unless it was.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was ended before its time.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Changes with every stored change.</summary>
    public uint Version { get; private set; }

    /// <summary>Signs an agreement.</summary>
    /// <exception cref="Refusal">AGREEMENT_PERIOD_INVALID: it would end before it begins, or is past. AGREEMENT_NOT_NEEDED: the agency is of the city.</exception>
    public static Agreement Sign(
        Guid id, Agency agency, IReadOnlyList<string> scopes, DateOnly startsOn, DateOnly endsOn, DateTimeOffset now)
    {
        if (agency.Kind == AgencyKind.CityDepartment)
            throw DirectoryErrors.AgreementNotNeeded();
        if (endsOn < startsOn || endsOn < JapanCalendar.DayOf(now))
            throw DirectoryErrors.PeriodInvalid("ends_on");
        return new() { Id = id, Agency = agency.Id, Scopes = scopes, StartsOn = startsOn, EndsOn = endsOn };
    }

    /// <summary>Lengthens an agreement that has not come to its end; one that has is signed anew, so that no gap is papered over.</summary>
    /// <exception cref="Refusal">AGREEMENT_WRONG_STATE: past or ended. AGREEMENT_PERIOD_INVALID: not longer than before.</exception>
    public void Renew(DateOnly endsOn, IReadOnlyList<string>? scopes, DateTimeOffset now)
    {
        RequireNotOver(now);
        if (endsOn <= EndsOn)
            throw DirectoryErrors.PeriodInvalid("ends_on");
        (EndsOn, Scopes) = (endsOn, scopes ?? Scopes);
    }

    /// <summary>Ends it at once.</summary>
    /// <exception cref="Refusal">AGREEMENT_WRONG_STATE: past or ended.</exception>
    public void End(string reason, DateTimeOffset now)
    {
        RequireNotOver(now);
        (EndedAt, EndReason) = (now, reason);
    }

    /// <summary>True while staff of the agency may act under it.</summary>
    public bool IsInForce(DateTimeOffset now) => StartsOn <= JapanCalendar.DayOf(now) && !IsOver(now);

    // One that has yet to begin can be lengthened and ended as well.
    void RequireNotOver(DateTimeOffset now)
    {
        if (IsOver(now))
            throw DirectoryErrors.AgreementOver();
    }

    bool IsOver(DateTimeOffset now) => EndedAt is not null || EndsOn < JapanCalendar.DayOf(now);
}
