namespace Tsunagu.Contracts.Events.Grants;

/// <summary>The owner's agency judged a broken glass; the aggregate is the broken glass.</summary>
public sealed record BreakGlassReviewed : IIntegrationEvent
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

    /// <summary>Who judged.</summary>
    [Code]
    public required string ReviewedByStaffId { get; init; }

    /// <summary>False: the access was found unjustified, and ended.</summary>
    public required bool Justified { get; init; }
}
