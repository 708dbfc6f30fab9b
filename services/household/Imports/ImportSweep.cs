using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Keeping;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Imports;

/// <summary>
/// Finds imports whose process ended before they did, marks them and drops what they left in staging; drops copies that were kept long enough.
/// </summary>
sealed class ImportSweep(
    UnitOfWork<HouseholdDbContext> work, NpgsqlDataSource source, IOptions<FeedOptions> options, TimeProvider clock, ILogger<ImportSweep> log)
    : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    static readonly TimeSpan TidyInterval = TimeSpan.FromHours(1);

    DateTimeOffset tidiedAt;

    /// <summary>Drops the staged rows of one import, and what it stored of a copy that did not come about.</summary>
    public static async Task DropStagedAsync(HouseholdDbContext db, Guid import, CancellationToken ct)
    {
        _ = await db.Database.ExecuteSqlAsync($"delete from staged_involvements where import_id = {import}", ct);
        _ = await db.Database.ExecuteSqlAsync($"delete from staged_residents where import_id = {import}", ct);
        _ = await db.Database.ExecuteSqlAsync($"delete from staged_measures where import_id = {import}", ct);
        _ = await db.Database.ExecuteSqlAsync($"delete from staged_areas where import_id = {import}", ct);
        await KeptFiles.DropLooseAsync(db, import, ct);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be restarting or full; the next round finds the same imports.
                log.SweepWaits(e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task SweepAsync(CancellationToken ct)
    {
        var running = await work.RunAsAsync(
            ImportRunner.Principal,
            (db, token) => db.Imports.Where(i => i.State == ImportState.Running && i.ReleasedAt == null).Select(i => i.Id).ToListAsync(token),
            ct);
        foreach (var import in running)
            await MarkIfInterruptedAsync(import, ct);
        if (clock.GetUtcNow() is var now && now >= tidiedAt + TidyInterval)
        {
            await work.RunAsAsync(ImportRunner.Principal, (db, token) => KeptFiles.DropOldAsync(db, now - options.Value.KeepFilesFor, token), ct);
            tidiedAt = now;
        }
    }

    async Task MarkIfInterruptedAsync(Guid id, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        if (!await ImportLock.TryTakeAsync(connection, id, ct))
            return;
        try
        {
            await work.RunAsAsync(ImportRunner.Principal, (db, token) => MarkAsync(db, id, token), ct);
        }
        finally
        {
            await ImportLock.ReleaseAsync(connection, id);
        }
    }

    async Task MarkAsync(HouseholdDbContext db, Guid id, CancellationToken ct)
    {
        // It may have ended between the question and the lock.
        if (await db.Imports.SingleOrDefaultAsync(i => i.Id == id && i.State == ImportState.Running, ct) is not { } import)
            return;
        import.Fail(ImportProblems.Interrupted, clock.GetUtcNow().Stored());
        _ = await db.SaveChangesAsync(ct);
        await DropStagedAsync(db, id, ct);
        log.ImportInterrupted(id);
    }
}
