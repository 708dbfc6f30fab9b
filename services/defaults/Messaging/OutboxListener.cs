using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>Listens for commits that added events, on a connection of its own.</summary>
sealed class OutboxListener(NpgsqlDataSource database, OutboxSignal signal, ILogger<OutboxListener> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.ListenFailed(e.GetType().Name);
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        connection.Notification += (_, _) => signal.Wake();
        await using (var listen = new NpgsqlCommand($"listen {OutboxModel.Channel}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        log.Listening();
        // Whatever was committed before this connection listened.
        signal.Wake();
        while (true)
            await connection.WaitAsync(ct);
    }
}
