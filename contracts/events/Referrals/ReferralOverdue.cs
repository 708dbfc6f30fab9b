namespace Tsunagu.Contracts.Events.Referrals;

/// <summary>The receiver owes an answer to a referral and its deadline has passed; the aggregate is the referral.</summary>
public sealed record ReferralOverdue : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Sending agency.</summary>
    [Code]
    public required string FromAgencyId { get; init; }

    /// <summary>Receiving agency.</summary>
    [Code]
    public required string ToAgencyId { get; init; }

    /// <summary>True when it was received; false when it was sent and no more.</summary>
    public required bool Received { get; init; }
}
