namespace Tsunagu.Contracts.Events.Grants;

/// <summary>緊急閲覧: somebody opened a record of another agency themself; the aggregate is the broken glass.</summary>
public sealed record BreakGlassOpened : IIntegrationEvent
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

    /// <summary>Grant that it gave.</summary>
    public required Guid GrantId { get; init; }

    /// <summary>Kind of the record, such as <c>case</c>.</summary>
    [Code]
    public required string ResourceKind { get; init; }

    /// <summary>The record.</summary>
    public required Guid ResourceId { get; init; }
}
