namespace Tsunagu.Contracts.Events.Grants;

/// <summary>Nobody reviewed a broken glass in time; told once. The aggregate is the broken glass.</summary>
public sealed record BreakGlassOverdue : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Service that keeps the record, such as <c>intake</c>.</summary>
    [Code]
    public required string Service { get; init; }

    /// <summary>Agency that owned the record when it was opened, and reviews it.</summary>
    [Code]
    public required string OwnerAgencyId { get; init; }

    /// <summary>Who opened it.</summary>
    [Code]
    public required string StaffId { get; init; }

    /// <summary>Agency of who opened it.</summary>
    [Code]
    public required string AgencyId { get; init; }
}
