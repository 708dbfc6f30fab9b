using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households.Imports;

/// <summary>Makes the progress of a running import visible, on its own connection, a few times a second.</summary>
sealed class ImportProgress : IAsyncDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    readonly UnitOfWork<HouseholdDbContext> work;
    readonly Guid import;
    readonly CancellationTokenSource stop = new();
    readonly Task loop;
    int rows;
    long bytes;

    public ImportProgress(UnitOfWork<HouseholdDbContext> work, Guid import)
    {
        (this.work, this.import) = (work, import);
        loop = LoopAsync();
    }

    /// <summary>Notes how far the file was read.</summary>
    public void Report(int rowsRead, long bytesRead)
    {
        Volatile.Write(ref rows, rowsRead);
        Volatile.Write(ref bytes, bytesRead);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        try
        {
            await loop;
        }
        catch (OperationCanceledException)
        {
            // Stopped as asked. Any other failure ends the import: its database is the one the import needs.
        }
        finally
        {
            stop.Dispose();
        }
    }

    async Task LoopAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        var seen = 0;
        while (await timer.WaitForNextTickAsync(stop.Token))
        {
            var (nowRows, nowBytes) = (Volatile.Read(ref rows), Volatile.Read(ref bytes));
            if (nowRows == seen)
                continue;
            seen = nowRows;
            await work.RunAsAsync(ImportRunner.Principal, (db, ct) => SaveAsync(db, nowRows, nowBytes, ct), stop.Token);
        }
    }

    Task<int> SaveAsync(HouseholdDbContext db, int nowRows, long nowBytes, CancellationToken ct) =>
        db.Imports
            .Where(i => i.Id == import && i.State == ImportState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Rows, nowRows).SetProperty(i => i.Bytes, nowBytes), ct);
}
