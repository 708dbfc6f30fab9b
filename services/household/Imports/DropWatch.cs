using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Imports;

/// <summary>Imports what is left in the drop folder, one file after the other.</summary>
sealed class DropWatch(ImportRunner runner, IOptions<FeedOptions> options, TimeProvider clock, ILogger<DropWatch> log) : BackgroundService
{
    const int LongestName = 200;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.DropFolder is not { Length: > 0 } root)
            return;
        var folder = new DropFolder(root);
        using var timer = new PeriodicTimer(options.Value.DropInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                folder.Take();
                foreach (var file in folder.Taken())
                    await ImportAsync(file, stoppingToken);
            }
            catch (IOException e)
            {
                // The folder may be on a share that comes and goes; the next round finds the same files.
                log.DropWaits(e.GetType().Name);
            }
            catch (UnauthorizedAccessException e)
            {
                log.DropWaits(e.GetType().Name);
            }
        }
    }

    async Task ImportAsync(DroppedFile file, CancellationToken ct)
    {
        try
        {
            var order = new ImportOrder(
                file.Import,
                file.Feed,
                file.Name.Length <= LongestName ? file.Name : file.Name[..LongestName],
                DataDate: null,
                TotalBytes: new FileInfo(file.Path).Length,
                Staff: new StaffId(ImportRunner.Principal),
                Agency: new AgencyId(""),
                // Nobody called: the import itself says that the job brought it.
                RecordAsync: (_, _, _) => Task.CompletedTask);
            var import = await runner.RunAsync(order, PiecesAsync(file.Path, ct), ct);
            DropFolder.PutAway(file, import.State is ImportState.Applied or ImportState.Unchanged);
        }
        catch (InvalidDataException e)
        {
            log.DropRefused(file.Import, e.GetType().Name);
            DropFolder.PutAway(file, done: false);
        }
        catch (FileNotFoundException)
        {
            // Another process put it away while this one waited for it.
        }
        catch (Exception e) when (ImportFault.MayPass(e) && !ct.IsCancellationRequested)
        {
            // The database may be restarting or full: nothing of the import was left, and the next round runs it again.
            log.DropWaits(e.GetType().Name);
        }
        catch (Refusal refusal)
        {
            log.DropRefused(file.Import, refusal.Code);
            DropFolder.PutAway(file, done: false);
        }
        catch (Exception e) when (e is not (IOException or UnauthorizedAccessException) && !ct.IsCancellationRequested)
        {
            // What a file runs into each time must not be run into every few seconds; the log has it under the import.
            log.DropRefused(file.Import, e.GetType().Name);
            DropFolder.PutAway(file, done: false);
        }
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        var buffer = new byte[1 << 16];
        while (await file.ReadAsync(buffer, cancellationToken) is var read and > 0)
            yield return buffer.AsMemory(0, read);
    }
}
