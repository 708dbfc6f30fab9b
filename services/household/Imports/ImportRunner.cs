using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagu.Contracts.Events.Households;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Linking;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Imports;

/// <summary>
/// Runs an import: its row is committed first, the file is staged outside any transaction, and one transaction merges it, decides its
/// fate and adds its event.
/// </summary>
sealed class ImportRunner(
    UnitOfWork<HouseholdDbContext> work, NpgsqlDataSource source, TimeProvider clock, ILogger<ImportRunner> log)
{
    /// <summary>On whose behalf imports write.</summary>
    public const string Principal = "job:feed-import";

    static readonly TimeSpan TwinPatience = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Runs the import. When its id is known already the first import is the answer, waited for while it runs, and the pieces are left
    /// unread; one that failed left nothing behind and is run again.
    /// </summary>
    /// <exception cref="Refusal">REQUEST_ID_REUSED when the id belongs to an import of another feed, sender or data date.</exception>
    public async Task<FeedImport> RunAsync(ImportOrder order, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        while (true)
        {
            if (!await ImportLock.TryTakeAsync(connection, order.Id, ct))
            {
                await Task.Delay(TwinPatience, clock, ct);
                continue;
            }
            try
            {
                var (import, mine) = await work.RunAsAsync(Principal, (db, token) => BeginAsync(db, order, token), ct);
                return mine ? await ReceiveAsync(connection, order, pieces, ct) : import;
            }
            finally
            {
                await ImportLock.ReleaseAsync(connection, order.Id);
            }
        }
    }

    async Task<(FeedImport Import, bool Mine)> BeginAsync(HouseholdDbContext db, ImportOrder order, CancellationToken ct)
    {
        var now = clock.GetUtcNow().Stored();
        if (await db.Imports.FindAsync([order.Id], ct) is not { } first)
        {
            var import = FeedImport.Begin(
                order.Id, order.Layout.FeedId, order.Layout.Version, order.FileName, order.Staff, order.Agency, now, order.DataDate);
            _ = db.Imports.Add(import);
            _ = await db.SaveChangesAsync(ct);
            await order.RecordAsync(db, import, ct);
            return (import, true);
        }
        if (first.FeedId != order.Layout.FeedId || first.StaffId != order.Staff.Value || (order.DataDate ?? first.DataDate) != first.DataDate)
            throw HouseholdErrors.RequestIdReused();
        await order.RecordAsync(db, first, ct);
        if (first.Finished)
            return (first, false);
        first.Resume(now);
        _ = await db.SaveChangesAsync(ct);
        await ImportSweep.DropStagedAsync(db, order.Id, ct);
        return (first, true);
    }

    async Task<FeedImport> ReceiveAsync(
        NpgsqlConnection connection, ImportOrder order, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken ct)
    {
        log.ImportBegins(order.Id, order.Layout.FeedId);
        try
        {
            ReceivedFile file;
            await using (var progress = new ImportProgress(work, order.Id))
                file = await new ImportReader(order.Layout, order.Id, progress).ReadAsync(connection, pieces, ct);
            var import = await work.RunAsAsync(Principal, (db, token) => FinishAsync(db, order, file, token), ct);
            log.ImportEnds(order.Id, order.Layout.FeedId, import.State, import.Rows, import.RejectedRows);
            return import;
        }
        catch (Exception e)
        {
            var problem = ct.IsCancellationRequested ? ImportProblems.Cancelled : ImportProblems.Internal;
            log.ImportFails(order.Id, order.Layout.FeedId, problem, e.GetType().Name);
            await FailAsync(order.Id, problem);
            throw;
        }
    }

    async Task<FeedImport> FinishAsync(HouseholdDbContext db, ImportOrder order, ReceivedFile file, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await Merge.LockAsync(connection, ct);
        var import = await db.Imports.SingleAsync(i => i.Id == order.Id, ct);
        var place = await SnapshotPlace.FindAsync(db, import, ct);
        var (before, now) = (place.Before, place.KnownFrom(clock.GetUtcNow()));
        var merge = new Merge(connection, order.Id, now, place.Window);
        if (ImportVerdict.Problem(file, place.Nearest?.Rows, order.Layout.TruncatedBelow) is { } problem)
        {
            _ = await merge.KeepRejectsAsync(order.Layout.Kind, ct);
            import.Quarantine(file, problem, now);
        }
        else if (before is not null && before.Sha256 == file.Sha256 && before.LayoutVersion == order.Layout.Version)
        {
            await merge.RepeatRejectsAsync(before.Id, ct);
            import.LeaveUnchanged(file, before, now);
        }
        else
        {
            await ApplyAsync(db, merge, import, order.Layout, file, now, ct);
        }
        _ = await db.SaveChangesAsync(ct);
        await ImportSweep.DropStagedAsync(db, order.Id, ct);
        return import;
    }

    static async Task ApplyAsync(
        HouseholdDbContext db, Merge merge, FeedImport import, FeedLayout layout, ReceivedFile file, DateTimeOffset now, CancellationToken ct)
    {
        var counts = layout.Kind == FeedKind.Residents
            ? await merge.ResidentsAsync(layout, ct)
            : await merge.InvolvementsAsync(layout, ct);
        await LinkStep.AfterMergeAsync(db, layout, import.Id, now, ct);
        var rejected = await merge.KeepRejectsAsync(layout.Kind, ct);
        import.Apply(file, new ImportCounts(counts.Good, rejected, counts.Unlinked, counts.Added, counts.Ended, counts.Changed), now);
        db.AddEvent(new ImportApplied
        {
            EventId = Guid.CreateVersion7(now),
            OccurredAt = now,
            AggregateId = import.Id,
            Sequence = 1,
            FeedId = layout.FeedId,
        });
    }

    // The sender may be gone, so its cancellation must not stop the answer from being kept.
    Task FailAsync(Guid id, string problem) =>
        work.RunAsAsync(
            Principal,
            async (db, ct) =>
            {
                var import = await db.Imports.SingleAsync(i => i.Id == id, ct);
                if (import.State != ImportState.Running)
                    return;
                import.Fail(problem, clock.GetUtcNow().Stored());
                _ = await db.SaveChangesAsync(ct);
                await ImportSweep.DropStagedAsync(db, id, ct);
            },
            CancellationToken.None);
}
