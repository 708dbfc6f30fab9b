using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Events.Directory;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Sharing;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>The owner says that what it has published is how the directory stands.</summary>
sealed class DirectoryConfirmedConsumer<TContext>(Inbox<TContext> inbox, DirectoryIntake intake) : InboxConsumer<DirectoryConfirmed, TContext>(inbox)
    where TContext : ServiceDbContext
{
    protected override Task HandleAsync(DirectoryConfirmed e, TContext db, CancellationToken ct) => intake.TakeAsync(
        e,
        db,
        async (state, newest) =>
        {
            if (!newest)
                return;
            var publishedAnew = state.CompleteFrom != e.CompleteFrom;
            state.Confirm(e.CompleteFrom, e.OccurredAt);
            // A whole publication names every entry; one that it left out is not in the directory.
            if (!publishedAnew || !state.Complete)
                return;
            await db.Set<AgencyEntry>().Where(row => row.Sequence < e.CompleteFrom).ExecuteDeleteAsync(ct);
            await db.Set<StaffEntry>().Where(row => row.Sequence < e.CompleteFrom).ExecuteDeleteAsync(ct);
            await db.Set<AgreementEntry>().Where(row => row.Sequence < e.CompleteFrom).ExecuteDeleteAsync(ct);
            await db.Set<SharingRuleEntry>().Where(row => row.Sequence < e.CompleteFrom).ExecuteDeleteAsync(ct);
        },
        ct);
}
