using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tsunagu.Households.Data;
using Tsunagu.Households.Messaging;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Protections;

/// <summary>Looks once a day which measures are due, on whichever replica comes first, and has those told who decide about them.</summary>
sealed class ProtectionWatching(
    UnitOfWork<HouseholdDbContext> work, IOptions<ProtectionOptions> options, TimeProvider clock, ILogger<ProtectionWatching> log) : BackgroundService
{
    /// <summary>On whose behalf.</summary>
    public const string Principal = "job:protection-watch";

    static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                if (await work.RunAsAsync(Principal, LookAsync, stoppingToken) is { } found)
                    log.Watched(found.Ending, found.Expired);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be restarting; the day's look is made in the next round.
                log.WatchWaits(e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task<ProtectionWatch?> LookAsync(HouseholdDbContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow().Stored();
        var today = JapanCalendar.DayOf(now);
        if (now < JapanCalendar.StartOf(today).AddHours(options.Value.WatchHour))
            return null;
        // One replica's day: another one's insert waits for this transaction and then finds the row.
        if (await db.Database.ExecuteSqlAsync(
            $"insert into protection_watches (day, ending, expired, told) values ({today}, 0, 0, false) on conflict do nothing", ct) == 0)
            return null;
        var last = await db.ProtectionWatches.Where(w => w.Day < today).MaxAsync(w => (DateOnly?)w.Day, ct);
        var found = ProtectionDue.On(await HidingReading.EverybodyAsync(db, ct), last, today);
        _ = db.ProtectionWatches.Update(found);
        if (found.Told)
            db.AddEvent(ProtectionEvents.Due(found, options.Value.DeskAgency, now));
        _ = await db.SaveChangesAsync(ct);
        return found;
    }
}
