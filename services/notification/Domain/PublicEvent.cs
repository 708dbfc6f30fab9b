using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Domain;

/// <summary>A referral event as partners get it: ids and codes only. Kept so that a subscription that is learned of late misses nothing.</summary>
public sealed class PublicEvent
{
    /// <summary>Identity, the same on every delivery.</summary>
    public required Guid Id { get; init; }

    /// <summary>What happened.</summary>
    public required ReferralEventType Type { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Referral it happened to.</summary>
    public required Guid ReferralId { get; init; }

    /// <summary>1, 2, 3 ... within the referral.</summary>
    public required long Sequence { get; init; }

    /// <summary>Sending agency.</summary>
    public required AgencyId From { get; init; }

    /// <summary>Receiving agency.</summary>
    public required AgencyId To { get; init; }

    /// <summary>W3C trace context of the message that brought it; deliveries continue that trace.</summary>
    public required string? TraceParent { get; init; }

    /// <summary>Agencies that are told: the receiver of what was sent, the sender of every answer, both when one is overdue.</summary>
    public IReadOnlyList<AgencyId> Told => Type switch
    {
        ReferralEventType.Sent => [To],
        ReferralEventType.SentOverdue or ReferralEventType.ReceivedOverdue => [To, From],
        ReferralEventType.Received or ReferralEventType.Accepted or ReferralEventType.Returned or ReferralEventType.Declined
            or ReferralEventType.Completed => [From],
    };
}
