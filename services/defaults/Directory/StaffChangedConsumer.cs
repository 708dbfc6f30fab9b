using Tsunagu.Contracts.Events.Directory;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>A staff member as they are now.</summary>
sealed class StaffChangedConsumer<TContext>(Inbox<TContext> inbox, DirectoryIntake intake) : InboxConsumer<StaffChanged, TContext>(inbox)
    where TContext : ServiceDbContext
{
    protected override Task HandleAsync(StaffChanged e, TContext db, CancellationToken ct) => intake.TakeAsync(
        e,
        db,
        async (_, _) =>
        {
            var entries = db.Set<StaffEntry>();
            var entry = await entries.FindAsync([new StaffId(e.StaffId)], ct) ?? entries.Add(Of(e)).Entity;
            if (e.Sequence > entry.Sequence)
                (entry.AgencyId, entry.Roles, entry.ValidUntil, entry.Suspended, entry.Sequence) =
                    (new(e.AgencyId), [.. e.Roles], e.ValidUntil, e.Suspended, e.Sequence);
        },
        ct);

    static StaffEntry Of(StaffChanged e) => new()
    {
        StaffId = new(e.StaffId),
        AgencyId = new(e.AgencyId),
        Roles = [.. e.Roles],
        ValidUntil = e.ValidUntil,
        Suspended = e.Suspended,
        Sequence = e.Sequence,
    };
}
