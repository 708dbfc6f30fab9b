namespace Tsunagu.Contracts.Events.Referrals;

/// <summary>A partner agency asked for webhook deliveries; the aggregate is the subscription. Address and secret are read from its owner.</summary>
public sealed record SubscriptionCreated : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Agency whose referral events are delivered.</summary>
    [Code]
    public required string AgencyId { get; init; }
}
