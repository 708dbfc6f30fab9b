namespace Tsunagu.Contracts.Events.Referrals;

/// <summary>A partner agency ended its webhook deliveries; the aggregate is the subscription.</summary>
public sealed record SubscriptionDeleted : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Agency that ended it.</summary>
    [Code]
    public required string AgencyId { get; init; }
}
