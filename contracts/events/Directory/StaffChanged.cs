namespace Tsunagu.Contracts.Events.Directory;

/// <summary>A staff member as they are now: enrolled, revised, suspended, reinstated, renewed, or published once more; the aggregate is the directory as a whole.</summary>
public sealed record StaffChanged : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>The staff member.</summary>
    [Code]
    public required string StaffId { get; init; }

    /// <summary>Agency they act for.</summary>
    [Code]
    public required string AgencyId { get; init; }

    /// <summary>Roles, such as <c>caseworker</c>.</summary>
    [Code]
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>When their rights end (exclusive).</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>True while they are suspended.</summary>
    public required bool Suspended { get; init; }
}
