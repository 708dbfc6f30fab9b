namespace Tsunagu.Contracts.Events.Directory;

/// <summary>An agency as it is now: registered, revised, or published once more; the aggregate is the directory as a whole.</summary>
public sealed record AgencyChanged : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>The agency.</summary>
    [Code]
    public required string AgencyId { get; init; }

    /// <summary>Code of its kind, such as <c>city_department</c>.</summary>
    [Code]
    public required string Kind { get; init; }
}
