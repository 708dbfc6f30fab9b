namespace Tsunagu.Households.Layouts;

/// <summary>The newest version of every feed, as one transaction saw them.</summary>
sealed class FeedCatalog(IEnumerable<FeedLayout> feeds)
{
    readonly SortedDictionary<string, FeedLayout> layouts = new(feeds.ToDictionary(f => f.FeedId), StringComparer.Ordinal);

    /// <summary>No feed at all.</summary>
    public static FeedCatalog Empty { get; } = new([]);

    /// <summary>All layouts by feed id.</summary>
    public IReadOnlyCollection<FeedLayout> All => layouts.Values;

    /// <summary>Null when there is no such feed.</summary>
    public FeedLayout? Find(string feedId) => layouts.GetValueOrDefault(feedId);
}
