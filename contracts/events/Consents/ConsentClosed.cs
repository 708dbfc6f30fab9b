namespace Tsunagu.Contracts.Events.Consents;

/// <summary>A service has ended everything that rested on a revoked consent; the aggregate is the consent. Each service tells it once.</summary>
public sealed record ConsentClosed : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Name of the service, such as <c>referral</c>.</summary>
    [Code]
    public required string Service { get; init; }
}
