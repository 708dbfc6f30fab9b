namespace Tsunagu.Contracts.Events.Households;

/// <summary>A feed was imported; the aggregate is the import.</summary>
public sealed record ImportApplied : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Feed that was imported.</summary>
    [Code]
    public required string FeedId { get; init; }
}
