using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Records;

/// <summary>A message about a resident.</summary>
sealed class ResidentMessage
{
    ResidentMessage()
    {
    }

    public Guid Id { get; private init; }

    public Guid ResidentId { get; private init; }

    /// <summary>Empty once it was withdrawn.</summary>
    public string Text { get; private set; } = "";

    public RecordVisibility Visibility { get; private init; }

    public StaffId StaffId { get; private init; }

    public AgencyId AgencyId { get; private init; }

    public DateTimeOffset WrittenAt { get; private init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public StaffId? WithdrawnBy { get; private set; }

    /// <summary>Why it was withdrawn, or empty.</summary>
    public string WithdrawalReason { get; private set; } = "";

    public uint Version { get; private set; }

    public static ResidentMessage Write(
        Guid id, Guid resident, string text, RecordVisibility visibility, StaffId staff, AgencyId agency, DateTimeOffset now) => new()
        {
            Id = id,
            ResidentId = resident,
            Text = text,
            Visibility = visibility,
            StaffId = staff,
            AgencyId = agency,
            WrittenAt = now,
        };

    /// <summary>Takes it back.</summary>
    /// <exception cref="Refusal">RECORD_WITHDRAWN.</exception>
    public void Withdraw(StaffId staff, string reason, DateTimeOffset now) =>
        (Text, WithdrawnAt, WithdrawnBy, WithdrawalReason) = WithdrawnAt is null ? ("", now, staff, reason) : throw FileErrors.Withdrawn();
}
