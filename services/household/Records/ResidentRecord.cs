using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Records;

/// <summary>Something that an agency keeps about a resident: a file or a message.</summary>
abstract class ResidentRecord
{
    public Guid Id { get; protected init; }

    public Guid ResidentId { get; protected init; }

    public RecordVisibility Visibility { get; protected init; }

    public StaffId StaffId { get; protected init; }

    public AgencyId AgencyId { get; protected init; }

    /// <summary>When it was written, or began to come: its place among the others.</summary>
    public DateTimeOffset RecordedAt { get; protected init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public StaffId? WithdrawnBy { get; private set; }

    /// <summary>Why it was withdrawn, or empty.</summary>
    public string WithdrawalReason { get; private set; } = "";

    public uint Version { get; private set; }

    /// <summary>Takes it back.</summary>
    /// <exception cref="Refusal">RECORD_WITHDRAWN.</exception>
    public virtual void Withdraw(StaffId staff, string reason, DateTimeOffset now) =>
        (WithdrawnAt, WithdrawnBy, WithdrawalReason) = WithdrawnAt is null ? (now, staff, reason) : throw RecordErrors.Withdrawn();
}
