using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Documents;
using Tsunagu.Households.Imports;
using Tsunagu.Households.Layouts;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Scheduling;

namespace Tsunagu.Households.LifeEvents;

/// <summary>
/// Finds what happened between the files of a feed after one of them was taken in, or after records without a key found their persons. What is kept follows
/// from what the files show as known now, and only differences are written, so running it once too often does nothing.
/// </summary>
sealed class LifeEventsJob(FeedLibrary feeds, VersionedDocument<ProcedureTable> tables, ILogger<LifeEventsJob> log) : ScheduledJob<HouseholdDbContext>
{
    /// <summary>Kind of its schedules.</summary>
    public const string Name = "life-events";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <summary>Has it look at what a file changed: its own day, and the day of the next file, which now has another before it. The caller saves.</summary>
    public static void After(HouseholdDbContext db, string feed, MergeWindow window, DateTimeOffset now) =>
        db.Schedule(Name, new LifeEventOrder(feed, window.Until is { } next ? [window.From, next] : [window.From]).ToString(), now);

    /// <summary>Has it look at the latest day of a feed again. The caller saves.</summary>
    public static void Again(HouseholdDbContext db, string feed, DateTimeOffset now) => db.Schedule(Name, new LifeEventOrder(feed, []).ToString(), now);

    /// <inheritdoc />
    public override async Task RunAsync(HouseholdDbContext db, string key, DateTimeOffset now, CancellationToken ct)
    {
        var order = LifeEventOrder.Parse(key);
        if ((await feeds.CurrentAsync(db, ct)).Find(order.FeedId) is not { } layout)
            return;
        // Not against merges, which may take minutes: one that changes these days in between has them looked at again.
        _ = await db.Database.ExecuteSqlRawAsync(HouseholdLocks.LifeEvents, ct);
        var ages = (await tables.ReadAsync(db, ct)).Ages;
        var reading = new StepReading(db, layout, ages);
        var shown = new Dictionary<DateOnly, IReadOnlyList<FoundEvent>>();
        foreach (var day in order.Days.Count > 0 ? order.Days : Present(await reading.LatestAsync(ct)))
            shown[day] = await reading.ReadAsync(day, ct);
        var (added, withdrawn) = await new LifeEventLedger(db, layout.FeedId, now.Stored()).WriteAsync(shown, ages, ct);
        if (added + withdrawn > 0)
            log.LifeEventsNoticed(layout.FeedId, added, withdrawn);
    }

    static IReadOnlyList<DateOnly> Present(DateOnly? day) => day is { } one ? [one] : [];
}
