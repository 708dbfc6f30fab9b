namespace Tsunagu.Contracts.Events.Intake;

/// <summary>A case was opened from a consultation; the aggregate is the case.</summary>
public sealed record CaseOpened : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Agency that recorded it.</summary>
    [Code]
    public required string AgencyId { get; init; }

    /// <summary>Worker responsible for the case.</summary>
    [Code]
    public required string ResponsibleStaffId { get; init; }

    /// <summary>Consultation it was opened from.</summary>
    public required Guid ConsultationId { get; init; }
}
