using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Scheduling;

namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>Tells of a broken glass that nobody reviewed in time; the key is its id.</summary>
sealed class BreakGlassReviewDue<TContext>(ServiceName service) : ScheduledJob<TContext>
    where TContext : ServiceDbContext
{
    public override string Kind => BreakGlassSchedule.Kind;

    public override async Task RunAsync(TContext db, string key, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.HoldBrokenGlassAsync(Guid.Parse(key), ct) is not { } glass || !glass.Escalate(now.Stored()))
            return;
        db.TellOverdue(glass, service);
        await db.SaveChangesAsync(ct);
    }
}
