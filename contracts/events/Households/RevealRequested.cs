namespace Tsunagu.Contracts.Events.Households;

/// <summary>Somebody asks to see what is hidden of a resident; the aggregate is the reveal, and whom it is about is not told.</summary>
public sealed record RevealRequested : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Staff member who asked.</summary>
    [Code]
    public required string StaffId { get; init; }

    /// <summary>Agency of that staff member.</summary>
    [Code]
    public required string AgencyId { get; init; }
}
