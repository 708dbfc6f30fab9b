namespace Tsunagu.Contracts.Events.Intake;

/// <summary>A case passed to another agency or another responsible worker; the aggregate is the case.</summary>
public sealed record CaseTransferred : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Agency that owned it.</summary>
    [Code]
    public required string FromAgencyId { get; init; }

    /// <summary>Agency that owns it now; the same when only the worker changed.</summary>
    [Code]
    public required string ToAgencyId { get; init; }

    /// <summary>Responsible worker now.</summary>
    [Code]
    public required string ResponsibleStaffId { get; init; }

    /// <summary>Consultation it was opened from; it belongs to the same agency.</summary>
    public required Guid ConsultationId { get; init; }

    /// <summary>Staff member who did it.</summary>
    [Code]
    public required string StaffId { get; init; }
}
