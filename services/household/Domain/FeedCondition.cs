namespace Tsunagu.Households.Domain;

/// <summary>Whether a source can be relied on.</summary>
enum FeedCondition
{
    Fresh,

    /// <summary>Its last file is older than the rhythm expected of it.</summary>
    Stale,

    /// <summary>Its last file was set aside or failed.</summary>
    Broken,

    /// <summary>Nothing was ever imported.</summary>
    NeverReceived,
}
