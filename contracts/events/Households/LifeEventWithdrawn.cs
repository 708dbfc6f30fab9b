namespace Tsunagu.Contracts.Events.Households;

/// <summary>A life event turned out not to have happened: a later file corrected what had shown it. The aggregate is the resident.</summary>
public sealed record LifeEventWithdrawn : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>The life event.</summary>
    public required Guid LifeEventId { get; init; }

    /// <summary>Its kind as the contract names it, such as <c>LIFE_EVENT_KIND_DEATH</c>.</summary>
    [Code]
    public required string Kind { get; init; }
}
