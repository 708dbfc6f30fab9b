using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households.Imports;

/// <summary>
/// Makes the progress of a running import visible, on its own connection, a few times a second, and notices when somebody gave it up.
/// </summary>
sealed class ImportProgress : IAsyncDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    readonly UnitOfWork<HouseholdDbContext> work;
    readonly Guid import;
    readonly bool bytesToo;
    readonly CancellationTokenSource stop = new();
    readonly CancellationTokenSource givenUp = new();
    readonly Task loop;
    int rows;
    long bytes;

    /// <param name="work">The database.</param>
    /// <param name="import">The import.</param>
    /// <param name="bytesToo">False when a copy is read, whose length is not the file's.</param>
    public ImportProgress(UnitOfWork<HouseholdDbContext> work, Guid import, bool bytesToo)
    {
        (this.work, this.import, this.bytesToo) = (work, import, bytesToo);
        loop = LoopAsync();
    }

    /// <summary>Cancelled when the import is no longer running by the database.</summary>
    public CancellationToken GivenUp => givenUp.Token;

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
            givenUp.Dispose();
        }
    }

    async Task LoopAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stop.Token))
        {
            var (nowRows, nowBytes) = (Volatile.Read(ref rows), Volatile.Read(ref bytes));
            var running = await work.RunAsAsync(ImportRunner.Principal, (db, ct) => SaveAsync(db, nowRows, nowBytes, ct), stop.Token);
            if (running > 0)
                continue;
            await givenUp.CancelAsync();
            return;
        }
    }

    Task<int> SaveAsync(HouseholdDbContext db, int nowRows, long nowBytes, CancellationToken ct)
    {
        var running = db.Imports.Where(i => i.Id == import && i.State == ImportState.Running);
        return bytesToo
            ? running.ExecuteUpdateAsync(set => set.SetProperty(i => i.Rows, nowRows).SetProperty(i => i.Bytes, nowBytes), ct)
            : running.ExecuteUpdateAsync(set => set.SetProperty(i => i.Rows, nowRows), ct);
    }
}
