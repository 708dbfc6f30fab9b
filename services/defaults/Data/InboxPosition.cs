namespace Tsunagu.ServiceDefaults.Data;

/// <summary>How far a consumer has come within an aggregate; a row of <c>inbox_positions</c>.</summary>
sealed class InboxPosition
{
    public required string Consumer { get; init; }

    public required Guid AggregateId { get; init; }

    public required long Sequence { get; init; }
}
