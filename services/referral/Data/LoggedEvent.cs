using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Data;

/// <summary>One line of the public event log: ids and codes only.</summary>
public sealed class LoggedEvent
{
    /// <summary>Identity, the same on every delivery.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Referral it happened to.</summary>
    public required ReferralId ReferralId { get; init; }

    /// <summary>1, 2, 3 ... within the referral.</summary>
    public required long Sequence { get; init; }

    /// <summary>State it stands in; names the event unless <see cref="Overdue"/> does.</summary>
    public required ReferralState State { get; init; }

    /// <summary>True when what happened is that the deadline passed.</summary>
    public required bool Overdue { get; init; }

    /// <summary>Sending agency.</summary>
    public required AgencyId From { get; init; }

    /// <summary>Receiving agency.</summary>
    public required AgencyId To { get; init; }

    /// <summary>Place in the log; null until it is numbered, which happens after it was committed.</summary>
    public long? Position { get; private set; }
}
