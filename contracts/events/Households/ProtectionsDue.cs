namespace Tsunagu.Contracts.Events.Households;

/// <summary>Protective measures wait for a decision: a day's counts, without saying whose. The aggregate is that look at them.</summary>
public sealed record ProtectionsDue : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Department that decides about them; null where the city named none.</summary>
    [Code]
    public required string? DeskAgencyId { get; init; }

    /// <summary>People whose measures end within a month.</summary>
    public required int Ending { get; init; }

    /// <summary>People whose measures are expired, and still hide.</summary>
    public required int Expired { get; init; }
}
