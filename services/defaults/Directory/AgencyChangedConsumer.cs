using Tsunagu.Contracts.Events.Directory;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>An agency as it is now.</summary>
sealed class AgencyChangedConsumer<TContext>(Inbox<TContext> inbox, DirectoryIntake intake) : InboxConsumer<AgencyChanged, TContext>(inbox)
    where TContext : ServiceDbContext
{
    protected override Task HandleAsync(AgencyChanged e, TContext db, CancellationToken ct) => intake.TakeAsync(
        e,
        db,
        async (_, _) =>
        {
            var entries = db.Set<AgencyEntry>();
            var entry = await entries.FindAsync([new AgencyId(e.AgencyId)], ct)
                ?? entries.Add(new() { AgencyId = new(e.AgencyId), Kind = e.Kind, Sequence = 0 }).Entity;
            if (e.Sequence > entry.Sequence)
                (entry.Kind, entry.Sequence) = (e.Kind, e.Sequence);
        },
        ct);
}
