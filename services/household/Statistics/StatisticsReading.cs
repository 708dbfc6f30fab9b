using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Statistics;

/// <summary>The numbers behind the statistics, before anything is withheld.</summary>
/// <param name="Feeds">Feeds of departments that a file answers for, by id.</param>
/// <param name="Areas">Districts, and the rest, with the counts of those feeds in their order.</param>
/// <param name="Readings">Which file answers, for every feed.</param>
sealed record StatisticsReading(IReadOnlyList<FeedLayout> Feeds, IReadOnlyList<AreaCounts> Areas, IReadOnlyDictionary<string, FeedReading> Readings)
{
    /// <summary>On whose behalf residents are counted: the caller may know the numbers and not the people.</summary>
    public const string Principal = "handler:household-statistics";

    /// <summary>Counts what was true on a day, as it is known now.</summary>
    public static async Task<StatisticsReading> ReadAsync(HouseholdDbContext db, FeedCatalog catalog, Perspective at, CancellationToken ct)
    {
        var readings = (await FeedReadings.ReadAsync(db, [.. catalog.All.Select(l => l.FeedId)], at, ct)).ToDictionary(r => r.FeedId);
        FeedLayout[] feeds = [.. catalog.All.Where(l => l.Kind == FeedKind.Involvement && readings.GetValueOrDefault(l.FeedId)?.DataDate is not null)];
        var rows = await CountAsync(db, catalog, feeds, at, DayOf, ct);
        var towns = await TownDistricts.ReadAsync(db, catalog, at, DayOf, ct);
        return new StatisticsReading(feeds, AreasOf(rows, towns, feeds), readings);

        DateOnly DayOf(string feed) => readings.DayFor(feed, at.Day);
    }

    static Task<List<InvolvedRow>> CountAsync(
        HouseholdDbContext db, FeedCatalog catalog, FeedLayout[] feeds, Perspective at, Func<string, DateOnly> days, CancellationToken ct)
    {
        string[] ids = [.. feeds.Select(f => f.FeedId)];
        DateOnly[] answering = [.. ids.Select(days)];
        var closed = feeds.SelectMany(f => f.ClosedStatuses.Select(status => (f.FeedId, Status: status))).ToList();
        var register = catalog.All.Where(l => l.Kind == FeedKind.Residents).Select(l => days(l.FeedId)).DefaultIfEmpty(at.Day).Max();
        return db.Set<InvolvedRow>()
            .FromSqlRaw(
                StatisticsSql.Count, ids, answering, closed.Select(c => c.FeedId).ToArray(), closed.Select(c => c.Status).ToArray(), at.Day, register, at.Today,
                feeds.Where(f => f.Welfare).Select(f => f.FeedId).ToArray())
            .AsNoTracking()
            .ToListAsync(ct);
    }

    static IReadOnlyList<AreaCounts> AreasOf(List<InvolvedRow> rows, IReadOnlyDictionary<string, string> towns, FeedLayout[] feeds)
    {
        var positions = feeds.Index().ToDictionary(f => f.Item.FeedId, f => f.Index);
        var areas = rows.GroupBy(row => row.TownCode is { } town ? towns.GetValueOrDefault(TownCode.Of(town)) ?? "" : "")
            .Select(group => CountsOf(group, group.Key, positions))
            .ToLookup(area => area.Name.Length > 0);
        return Districts.Of(areas[true], areas[false].FirstOrDefault() ?? AreaCounts.Empty("", feeds.Length), SmallCells.Smallest);
    }

    static AreaCounts CountsOf(IEnumerable<InvolvedRow> rows, string name, Dictionary<string, int> positions)
    {
        var (residents, welfare, feeds) = (0, 0, new int[positions.Count]);
        foreach (var row in rows)
        {
            if (row.FeedId is { } feed)
                feeds[positions[feed]] += row.Residents;
            else if (row.Welfare)
                welfare += row.Residents;
            else
                residents += row.Residents;
        }
        return new AreaCounts(name, residents, welfare, feeds);
    }
}
