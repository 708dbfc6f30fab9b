namespace Tsunagu.Contracts.Events.Intake;

/// <summary>A consultation was linked to a resident; the aggregate is the consultation.</summary>
public sealed record ConsultationLinked : IIntegrationEvent
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

    /// <summary>Resident in the household service.</summary>
    public required Guid ResidentId { get; init; }
}
