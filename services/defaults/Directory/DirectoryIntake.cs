using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tsunagu.Contracts.Events;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>Takes an event of the directory into the tables, in the transaction of its consumer.</summary>
/// <param name="log">Ids only.</param>
public sealed class DirectoryIntake(ILogger<DirectoryIntake> log)
{
    /// <summary>Notes the event, lets it take effect, saves, and tells the replicas on commit.</summary>
    /// <param name="e">The event.</param>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="apply">What it changes, given whether nothing newer is known.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task TakeAsync(
        IIntegrationEvent e, ServiceDbContext db, Func<DirectoryState, bool, Task> apply, CancellationToken ct)
    {
        var state = await db.Set<DirectoryState>().SingleOrDefaultAsync(ct) ?? await FollowAsync(e.AggregateId, db, ct);
        if (state.DirectoryId != e.AggregateId)
        {
            log.ForeignDirectory(e.AggregateId, state.DirectoryId);
            return;
        }

        var (wasComplete, unbrokenSince) = (state.Complete, state.UnbrokenSince);
        await apply(state, state.Advance(e.Sequence));
        if (unbrokenSince != 0 && unbrokenSince != state.UnbrokenSince)
            log.DirectoryBroken(e.Sequence);
        if (!wasComplete && state.Complete)
            log.DirectoryComplete(e.Sequence);
        await db.SaveChangesAsync(ct);
        await db.Database.ExecuteSqlRawAsync($"NOTIFY {DirectoryTables.Channel}", ct);
    }

    // The table holds one row: of two directories whose first events arrive at once, the one that is written first is followed.
    static async Task<DirectoryState> FollowAsync(Guid directory, ServiceDbContext db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"insert into directory_state (directory_id, sequence, unbroken_since) values ({directory}, 0, 0) on conflict do nothing", ct);
        return await db.Set<DirectoryState>().SingleAsync(ct);
    }
}
