namespace Tsunagu.Contracts.Events.Households;

/// <summary>A second person opened a reveal; the aggregate is the reveal.</summary>
public sealed record RevealOpened : IIntegrationEvent
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

    /// <summary>Agency of the second person.</summary>
    [Code]
    public required string ApproverAgencyId { get; init; }
}
