using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>Keeps the memory of this replica up to date: reads the tables before the first call, and after every commit that changed them.</summary>
sealed class DirectoryWatch(DirectoryReader reader, DirectorySignal changed, ILogger<DirectoryWatch> log) : BackgroundService
{
    static readonly TimeSpan Poll = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryReadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await changed.WaitAsync(Poll, stoppingToken);
            if (!await TryReadAsync(stoppingToken))
                await Task.Delay(Pause, stoppingToken);
        }
    }

    // What cannot be read ages in memory until it is refused.
    async Task<bool> TryReadAsync(CancellationToken ct)
    {
        try
        {
            await reader.ReadAsync(ct);
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.DirectoryNotRead(e.GetType().Name);
            return false;
        }
    }
}
