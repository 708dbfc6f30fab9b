namespace Tsunagu.Households.LifeEvents;

/// <summary>What a record of a department told of a person on one or both sides of a step.</summary>
sealed record EntitlementState
{
    public required Guid RecordId { get; init; }

    public required string Status { get; init; }

    /// <summary>Status from the end date on, where the source has none of its own.</summary>
    public required string? EndedStatus { get; init; }

    public required DateOnly? Start { get; init; }

    public required DateOnly? End { get; init; }

    /// <summary>The file before told it.</summary>
    public required bool Before { get; init; }

    /// <summary>The later file tells it.</summary>
    public required bool After { get; init; }
}
