namespace Tsunagu.Contracts.Events.Directory;

/// <summary>What has been published is how the directory stands at this moment; the aggregate is the directory as a whole.</summary>
public sealed record DirectoryConfirmed : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Sequence of the event with which the last publication of every entry began.</summary>
    public required long CompleteFrom { get; init; }
}
