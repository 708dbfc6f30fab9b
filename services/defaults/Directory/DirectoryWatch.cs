using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>Keeps the memory of this replica up to date: reads the tables before the first call, and after every commit that changed them.</summary>
sealed class DirectoryWatch(NpgsqlDataSource database, DirectoryReader reader, ILogger<DirectoryWatch> log) : BackgroundService
{
    static readonly TimeSpan Poll = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly OutboxSignal changed = new();

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryReadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        changed.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), ReadAsync(stoppingToken));

    async Task ReadAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await changed.WaitAsync(Poll, ct);
            if (!await TryReadAsync(ct))
                await Task.Delay(Pause, ct);
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

    async Task ListenAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(ct);
                connection.Notification += (_, _) => changed.Wake();
                await using (var listen = new NpgsqlCommand($"listen {DirectoryTables.Channel}", connection))
                    await listen.ExecuteNonQueryAsync(ct);
                // Whatever was committed before this connection listened.
                changed.Wake();
                while (true)
                    await connection.WaitAsync(ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.DirectoryNotHeard(e.GetType().Name);
                await Task.Delay(Pause, ct);
            }
        }
    }
}
