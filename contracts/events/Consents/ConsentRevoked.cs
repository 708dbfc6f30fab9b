namespace Tsunagu.Contracts.Events.Consents;

/// <summary>A consent was revoked: whatever rests on it ends. The aggregate is the consent, of which nothing else is told.</summary>
public sealed record ConsentRevoked : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Staff member who did it.</summary>
    [Code]
    public required string StaffId { get; init; }
}
