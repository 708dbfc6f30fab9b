using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households.Statistics;

/// <summary>Statistics on the wire: what may be told, and nothing else.</summary>
static class StatisticsWire
{
    public static Wire.HouseholdStatistics ToWire(StatisticsReading reading, DateOnly day)
    {
        var areas = reading.Areas;
        var welfareFeeds = reading.Feeds.Index().Where(f => f.Item.Welfare).Select(f => f.Index);
        var published = PublishedCounts.Of(areas, welfareFeeds, reading.Feeds.Count, SmallCells.Smallest);
        return new Wire.HouseholdStatistics
        {
            AsOf = HouseholdWire.Day(day),
            SmallestCount = SmallCells.Smallest,
            City = Area("", areas.Sum(a => a.Residents), published.TotalOfWelfare(), published.TotalOfFeed, reading),
            Districts =
            {
                areas.Index().Select(a => Area(
                    a.Item.Name, a.Item.Residents, published.WelfareOf(a.Index), feed => published.FeedOf(a.Index, feed), reading)),
            },
        };
    }

    static Wire.AreaStatistics Area(string name, int residents, int? welfare, Func<int, int?> feeds, StatisticsReading reading) => new()
    {
        Name = name,
        Residents = residents,
        Welfare = Count(welfare, residents),
        Feeds =
        {
            reading.Feeds.Index().Select(f => new Wire.FeedCount
            {
                FeedId = f.Item.FeedId,
                Scheme = f.Item.Scheme,
                Involved = Count(feeds(f.Index), residents),
            }),
        },
    };

    static Wire.InvolvedCount Count(int? involved, int residents)
    {
        var count = new Wire.InvolvedCount();
        if (involved is { } told)
            (count.Residents, count.Share) = (told, residents == 0 ? 0 : (double)told / residents);
        return count;
    }
}
