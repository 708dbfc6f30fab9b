namespace Tsunagu.Contracts.Events.Intake;

/// <summary>A desk recorded a consultation; the aggregate is the consultation.</summary>
public sealed record ConsultationRecorded : IIntegrationEvent
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

    /// <summary>Staff member who did it.</summary>
    [Code]
    public required string StaffId { get; init; }

    /// <summary>Urgency code of the contract, such as <c>URGENCY_SOON</c>.</summary>
    [Code]
    public required string Urgency { get; init; }
}
