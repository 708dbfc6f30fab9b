using Npgsql;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Webhooks;

namespace Tsunagu.Notifications.Watching;

/// <summary>Hears of commits on one connection, for all watchers and workers of this process.</summary>
sealed class CommitListener(NpgsqlDataSource database, InboxSignals inboxes, DeliverySignal deliveries, ILogger<CommitListener> log)
    : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

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
                log.ListeningStopped(e.GetType().Name);
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        connection.Notification += (_, heard) =>
        {
            if (heard.Channel == Channels.Inbox)
                inboxes.Wake(heard.Payload);
            else
                deliveries.Wake();
        };
        await using (var listen = new NpgsqlCommand($"listen {Channels.Inbox}; listen {Channels.Deliveries}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        // Whatever was committed before this connection listened.
        inboxes.WakeAll();
        deliveries.Wake();
        while (true)
            await connection.WaitAsync(ct);
    }
}
