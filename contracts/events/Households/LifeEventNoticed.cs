namespace Tsunagu.Contracts.Events.Households;

/// <summary>
/// Something happened in the life of a resident; the aggregate is the resident. When and under which scheme it did is read from the service by those who
/// may: a birth tells a birth date, and a scheme may tell what is wrong with somebody.
/// </summary>
public sealed record LifeEventNoticed : IIntegrationEvent
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

    /// <summary>Its kind as the contract names it, such as <c>LIFE_EVENT_KIND_BIRTH</c>.</summary>
    [Code]
    public required string Kind { get; init; }

    /// <summary>Household in which the resident is then, or was last.</summary>
    public required Guid HouseholdId { get; init; }

    /// <summary>Household that the resident left; null where it is the same.</summary>
    public required Guid? FromHouseholdId { get; init; }
}
