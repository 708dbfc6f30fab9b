namespace Tsunagu.Contracts.Events.Meetings;

/// <summary>A decision was recorded; the aggregate is the meeting.</summary>
public sealed record DecisionRecorded : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Case the meeting is about.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Agency that called the meeting.</summary>
    [Code]
    public required string ConvenerAgencyId { get; init; }

    /// <summary>The decision.</summary>
    public required Guid DecisionId { get; init; }

    /// <summary>Agency that carries it out.</summary>
    [Code]
    public required string ResponsibleAgencyId { get; init; }
}
