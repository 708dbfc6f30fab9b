namespace Tsunagu.Households.Data;

/// <summary>One version of a feed's definition. Versions are added and never changed.</summary>
sealed class FeedRevision
{
    public required string FeedId { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>The contract's definition in its JSON form.</summary>
    public required string Document { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who wrote it; empty for sample configuration.</summary>
    public required string StaffId { get; init; }

    public required string AgencyId { get; init; }

    public required string Note { get; init; }
}
