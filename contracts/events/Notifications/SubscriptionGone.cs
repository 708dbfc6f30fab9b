namespace Tsunagu.Contracts.Events.Notifications;

/// <summary>A partner's address answered 410 Gone, so its subscription is to end; the aggregate is the subscription.</summary>
public sealed record SubscriptionGone : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Agency whose subscription it is.</summary>
    [Code]
    public required string AgencyId { get; init; }
}
