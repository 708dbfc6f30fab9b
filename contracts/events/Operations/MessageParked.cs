namespace Tsunagu.Contracts.Events.Operations;

/// <summary>A service set a message aside that it could not take in; the aggregate is the parked message.</summary>
public sealed record MessageParked : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Service that set it aside, such as <c>notification</c>.</summary>
    [Code]
    public required string Service { get; init; }

    /// <summary>Endpoint where it arrived, such as <c>notification-referral</c>.</summary>
    [Code]
    public required string Endpoint { get; init; }
}
