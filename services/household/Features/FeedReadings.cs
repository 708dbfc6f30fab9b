using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;

namespace Tsunagu.Households;

/// <summary>Which file of each feed answers a read.</summary>
static class FeedReadings
{
    /// <summary>The day for which a feed is read; the day asked for where nothing is known of the feed.</summary>
    public static DateOnly DayFor(this IReadOnlyDictionary<string, FeedReading> readings, string feed, DateOnly asked) =>
        readings.TryGetValue(feed, out var reading) ? reading.DayFor(asked) : asked;

    /// <summary>
    /// For each feed the latest file of that day or before, as known then. A feed whose first file is of a later day is answered by that file:
    /// of the days before it there is nothing better, and its data date says so. A few steps on an index for each feed, however many files there were.
    /// </summary>
    public static Task<List<FeedReading>> ReadAsync(HouseholdDbContext db, string[] feeds, Perspective at, CancellationToken ct)
    {
        var (day, judged, known) = (at.Day, at.JudgedOn, at.Known);
        return db.Set<FeedReading>()
            .FromSql($"""
                select f.feed_id as "FeedId", coalesce(g.data_date, first.data_date) as "DataDate",
                  coalesce(g.received_at, first.received_at) as "ReceivedAt", broken.since as "BrokenSince"
                from unnest({feeds}) f (feed_id)
                left join lateral (
                  select i.data_date, i.received_at, i.finished_at from imports i
                  where i.feed_id = f.feed_id and i.state in ('Applied', 'Unchanged') and i.data_date <= {day} and i.finished_at <= {known}
                  order by i.data_date desc, i.finished_at desc limit 1) g on true
                left join lateral (
                  select i.data_date, i.received_at from imports i
                  where g.data_date is null and i.feed_id = f.feed_id and i.state in ('Applied', 'Unchanged') and i.finished_at <= {known}
                  order by i.data_date, i.finished_at desc limit 1) first on true
                left join lateral (
                  select i.received_at as since from imports i
                  where i.feed_id = f.feed_id and i.state in ('Quarantined', 'Failed') and i.cancelled_at is null and i.data_date <= {judged} and i.finished_at <= {known}
                    and (i.data_date, i.finished_at) > (coalesce(g.data_date, '-infinity'), coalesce(g.finished_at, '-infinity'))
                  order by i.data_date, i.finished_at limit 1) broken on true
                """)
            .AsNoTracking()
            .ToListAsync(ct);
    }
}
