namespace Tsunagu.Households.Domain;

/// <summary>Whether the lists of protective measures can be relied on.</summary>
enum MeasureListState
{
    /// <summary>None was ever received.</summary>
    NeverReceived,

    /// <summary>One is stale or broken, or is yet to come: whoever was protected since then is not known.</summary>
    Outdated,

    /// <summary>Every list is fresh.</summary>
    Current,
}

/// <summary>Judges the lists by their last files.</summary>
static class MeasureLists
{
    /// <summary>The state of all lists together.</summary>
    /// <param name="lists">Of each feed of measures, whether a file was ever imported, and its condition.</param>
    public static MeasureListState Of(IReadOnlyCollection<(bool Received, FeedCondition Condition)> lists)
    {
        if (lists.All(list => !list.Received))
            return MeasureListState.NeverReceived;
        return lists.All(list => list is { Received: true, Condition: FeedCondition.Fresh }) ? MeasureListState.Current : MeasureListState.Outdated;
    }
}
