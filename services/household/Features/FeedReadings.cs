using Npgsql;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Data;

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
    const string Answering =
        """
        select f.feed_id, f.version, coalesce(g.data_date, first.data_date), coalesce(g.received_at, first.received_at), broken.since
        from newest f
        left join lateral (
          select i.data_date, i.received_at, i.finished_at from imports i
          where i.feed_id = f.feed_id and i.state in ('Applied', 'Unchanged') and i.data_date <= $1 and i.finished_at <= $3
          order by i.data_date desc, i.finished_at desc limit 1) g on true
        left join lateral (
          select i.data_date, i.received_at from imports i
          where g.data_date is null and i.feed_id = f.feed_id and i.state in ('Applied', 'Unchanged') and i.finished_at <= $3
          order by i.data_date, i.finished_at desc limit 1) first on true
        left join lateral (
          select i.received_at as since from imports i
          where i.feed_id = f.feed_id and i.state in ('Quarantined', 'Failed') and i.cancelled_at is null and i.data_date <= $2 and i.finished_at <= $3
            and (i.data_date, i.finished_at) > (coalesce(g.data_date, '-infinity'), coalesce(g.finished_at, '-infinity'))
          order by i.data_date, i.finished_at limit 1) broken on true
        """;

    const string OfEvery = "with newest as (select feed_id, max(version) as version from feed_revisions group by feed_id) " + Answering;
    const string OfNamed = "with newest as (select feed_id, max(version) as version from feed_revisions where feed_id = any($4) group by feed_id) " + Answering;

    /// <summary>Asks for every feed.</summary>
    public static Question<FeedReading> Ask(Perspective at) => new(OfEvery, Row, at.Day, at.JudgedOn, at.Known);

    /// <summary>Of these feeds.</summary>
    public static Task<IReadOnlyList<FeedReading>> ReadAsync(HouseholdDbContext db, string[] feeds, Perspective at, CancellationToken ct) =>
        new Question<FeedReading>(OfNamed, Row, at.Day, at.JudgedOn, at.Known, feeds).AskAsync(db, ct);

    static FeedReading Row(NpgsqlDataReader row) => new()
    {
        FeedId = row.GetString(0),
        Version = row.GetInt32(1),
        DataDate = row.IsDBNull(2) ? null : row.GetFieldValue<DateOnly>(2),
        ReceivedAt = row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3),
        BrokenSince = row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4),
    };
}
