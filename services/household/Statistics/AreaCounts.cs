namespace Tsunagu.Households.Statistics;

/// <summary>The residents of an area, and how many of them are involved with what.</summary>
/// <param name="Name">小学校区; empty for whoever's district is not known, hidden, or of too few people.</param>
/// <param name="Residents">All of them.</param>
/// <param name="Welfare">Those involved with any feed that counts as welfare.</param>
/// <param name="Feeds">Those involved with each feed.</param>
sealed record AreaCounts(string Name, int Residents, int Welfare, IReadOnlyList<int> Feeds)
{
    /// <summary>An area without residents.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="feeds">How many feeds are counted.</param>
    public static AreaCounts Empty(string name, int feeds) => new(name, 0, 0, new int[feeds]);

    /// <summary>This area and another as one, under this one's name.</summary>
    public AreaCounts With(AreaCounts other) => this with
    {
        Residents = Residents + other.Residents,
        Welfare = Welfare + other.Welfare,
        Feeds = [.. Feeds.Zip(other.Feeds, (one, another) => one + another)],
    };
}
