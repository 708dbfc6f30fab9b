using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Keeping;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Rows;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Imports;

/// <summary>
/// Runs an import: its row is committed first, the file is staged outside any transaction, and one transaction merges it, decides its
/// fate and adds its event.
/// </summary>
sealed class ImportRunner(
    UnitOfWork<HouseholdDbContext> work, NpgsqlDataSource source, FeedLibrary feeds, RightOfWay people, TimeProvider clock, ILogger<ImportRunner> log)
{
    /// <summary>On whose behalf imports write.</summary>
    public const string Principal = "job:feed-import";

    static readonly TimeSpan TwinPatience = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Runs the import. When its id is known already the first import is the answer, waited for while it runs, and the pieces are left
    /// unread; one that failed left nothing behind and is run again.
    /// </summary>
    /// <exception cref="Refusal">
    /// FEED_UNKNOWN; REQUEST_ID_REUSED when the id belongs to an import of another feed, sender or data date; IMPORT_CANCELLED when somebody gave it up.
    /// </exception>
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
                var (import, layout) = await work.RunAsAsync(Principal, (db, token) => BeginAsync(db, order, token), ct);
                return layout is null ? import : await ReceiveAsync(connection, new ImportRun(order.Id, layout), pieces, ct);
            }
            finally
            {
                await ImportLock.ReleaseAsync(connection, order.Id);
            }
        }
    }

    /// <summary>Reads the copy of a released file anew. Nothing happens when it is not being released any more, or another process is at it.</summary>
    public async Task RereadAsync(Guid id, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        if (!await ImportLock.TryTakeAsync(connection, id, ct))
            return;
        try
        {
            if (await work.RunAsAsync(Principal, (db, token) => ReleasedAsync(db, id, token), ct) is { } run)
                await RereadAsync(connection, run, ct);
        }
        finally
        {
            await ImportLock.ReleaseAsync(connection, id);
        }
    }

    // A layout is given to whoever has to read the file.
    async Task<(FeedImport Import, FeedLayout? Layout)> BeginAsync(HouseholdDbContext db, ImportOrder order, CancellationToken ct)
    {
        var now = clock.GetUtcNow().Stored();
        var layout = await feeds.RequireAsync(db, order.FeedId, ct);
        if (await db.Imports.FindAsync([order.Id], ct) is not { } first)
        {
            var import = FeedImport.Begin(
                order.Id, layout.FeedId, layout.Version, order.FileName, order.TotalBytes, order.Staff, order.Agency, now, order.DataDate);
            _ = db.Imports.Add(import);
            _ = await db.SaveChangesAsync(ct);
            await order.RecordAsync(db, import, ct);
            return (import, layout);
        }
        if (first.FeedId != order.FeedId || first.StaffId != order.Staff.Value || (order.DataDate ?? first.DataDate) != first.DataDate)
            throw HouseholdErrors.RequestIdReused();
        await order.RecordAsync(db, first, ct);
        if (first.Finished || first.Releasing)
            return (first, null);
        first.Resume(layout.Version, now);
        _ = await db.SaveChangesAsync(ct);
        await ImportSweep.DropStagedAsync(db, order.Id, ct);
        return (first, layout);
    }

    async Task<ImportRun?> ReleasedAsync(HouseholdDbContext db, Guid id, CancellationToken ct)
    {
        if (await db.Imports.SingleOrDefaultAsync(i => i.Id == id && i.State == ImportState.Running && i.ReleasedAt != null, ct) is not { } import)
            return null;
        await ImportSweep.DropStagedAsync(db, id, ct);
        if (await db.KeptFiles.SingleOrDefaultAsync(f => f.FeedId == import.FeedId && f.Sha256 == import.Sha256, ct) is { } copy)
            return new ImportRun(id, await feeds.AtAsync(db, import.FeedId, import.LayoutVersion, ct)) { Copy = copy };
        // A revision that forbids a column took the copy away in the meantime.
        import.NoteReading(import.Reading, fileKept: false);
        import.ReturnToQuarantine(clock.GetUtcNow().Stored());
        _ = await db.SaveChangesAsync(ct);
        return null;
    }

    async Task<FeedImport> ReceiveAsync(
        NpgsqlConnection connection, ImportRun run, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken ct)
    {
        log.ImportBegins(run.Id, run.Layout.FeedId);
        var givenUp = false;
        try
        {
            using var reading = people.Begin();
            var known = await KnownRowsAsync(run.Layout, reading, ct);
            await using var copy = new KeptWriter(work, run.Id, run.Layout.File);
            ReceivedFile file;
            await using (var progress = new ImportProgress(work, run.Id, bytesToo: true))
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, progress.GivenUp);
                try
                {
                    file = await new ImportReader(run.Layout, run.Id, progress, copy, known, reading).ReadAsync(connection, pieces, either.Token);
                }
                finally
                {
                    givenUp = progress.GivenUp.IsCancellationRequested && !ct.IsCancellationRequested;
                }
            }
            var secret = await copy.CompleteAsync(ct);
            var import = await work.RunAsAsync(Principal, (db, token) => FinishAsync(db, run, file, secret, token), ct);
            log.ImportEnds(run.Id, run.Layout.FeedId, import.State, import.Rows, import.RejectedRows);
            return import;
        }
        catch (Exception e)
        {
            var problem = ct.IsCancellationRequested ? ImportProblems.Cancelled : ImportFault.Problem(e);
            log.ImportFails(run.Id, run.Layout.FeedId, givenUp ? ImportProblems.GivenUp : problem, e.GetType().Name);
            await TryFailAsync(run.Id, problem);
            if (givenUp)
                throw HouseholdErrors.ImportCancelled();
            if (problem == ImportProblems.StorageFull)
                throw HouseholdErrors.StorageFull();
            throw;
        }
    }

    async Task RereadAsync(NpgsqlConnection connection, ImportRun run, CancellationToken ct)
    {
        log.ImportBegins(run.Id, run.Layout.FeedId);
        try
        {
            using var reading = people.Begin();
            var known = await KnownRowsAsync(run.Layout, reading, ct);
            ReceivedFile file;
            await using (var progress = new ImportProgress(work, run.Id, bytesToo: false))
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, progress.GivenUp);
                var pieces = KeptFiles.ReadAsync(work, run.Copy ?? throw new InvalidOperationException("no copy"), either.Token);
                file = await new ImportReader(run.Layout, run.Id, progress, copy: null, known, reading).ReadAsync(connection, pieces, either.Token);
            }
            var import = await work.RunAsAsync(Principal, (db, token) => FinishAsync(db, run, file, null, token), ct);
            log.ImportEnds(run.Id, run.Layout.FeedId, import.State, import.Rows, import.RejectedRows);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Who stops the service leaves the import to the next process; a fault leaves the file where it was.
            var problem = ImportFault.Problem(e);
            log.ImportFails(run.Id, run.Layout.FeedId, problem, e.GetType().Name);
            await TryFailAsync(run.Id, problem);
        }
    }

    async Task<KnownRows> KnownRowsAsync(FeedLayout layout, RightOfWay.Reading reading, CancellationToken ct) =>
        layout.Kind == FeedKind.Residents ? await work.RunAsAsync(Principal, (db, token) => KnownRows.ReadAsync(db, reading, token), ct) : KnownRows.None;

    async Task<FeedImport> FinishAsync(HouseholdDbContext db, ImportRun run, ReceivedFile file, byte[]? secret, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await Merge.LockAsync(connection, ct);
        // Whoever gives an import up finds its row locked from here on, or has done so before.
        _ = await db.Database.ExecuteSqlAsync($"select from imports where id = {run.Id} for update", ct);
        var import = await db.Imports.SingleAsync(i => i.Id == run.Id, ct);
        if (import.State != ImportState.Running)
            throw HouseholdErrors.ImportCancelled();
        var place = await SnapshotPlace.FindAsync(db, import, ct);
        var now = place.KnownFrom(clock.GetUtcNow());
        file = await KeptCopy.NoteAsync(db, import, run, file, secret, now, ct);
        await new ImportDecision(db, new Merge(connection, run.Id, now, place.Window), import, place, run.Layout, now).MakeAsync(file, ct);
        _ = await db.SaveChangesAsync(ct);
        await ImportSweep.DropStagedAsync(db, run.Id, ct);
        return import;
    }

    // A database that cannot take this down has no more of the import than its row, whose lock is free: the sweep marks it once it can.
    async Task TryFailAsync(Guid id, string problem)
    {
        try
        {
            await FailAsync(id, problem);
        }
        catch (Exception e)
        {
            log.ImportEndWaits(id, problem, e.GetType().Name);
        }
    }

    // The sender may be gone, so its cancellation must not stop the answer from being kept.
    Task FailAsync(Guid id, string problem) =>
        work.RunAsAsync(
            Principal,
            async (db, ct) =>
            {
                _ = await db.Database.ExecuteSqlAsync($"select from imports where id = {id} for update", ct);
                var import = await db.Imports.SingleAsync(i => i.Id == id, ct);
                if (import.Releasing)
                    import.ReturnToQuarantine(clock.GetUtcNow().Stored());
                else if (import.State == ImportState.Running)
                    import.Fail(problem, clock.GetUtcNow().Stored());
                _ = await db.SaveChangesAsync(ct);
                await ImportSweep.DropStagedAsync(db, id, ct);
            },
            CancellationToken.None);
}
