using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Scheduling;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>Listens for commits that added events or something that is due soon, on a connection of its own.</summary>
sealed class OutboxListener(NpgsqlDataSource database, OutboxSignal outbox, ScheduleSignal schedules, ILogger<OutboxListener> log)
    : BackgroundService
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
        connection.Notification += (_, heard) => Wake(heard.Channel);
        await using (var listen = new NpgsqlCommand($"listen {OutboxModel.Channel}; listen {ScheduleModel.Channel}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        log.Listening();
        // Whatever was committed before this connection listened.
        outbox.Wake();
        schedules.Wake();
        while (true)
            await connection.WaitAsync(ct);
    }

    void Wake(string channel)
    {
        if (channel == OutboxModel.Channel)
            outbox.Wake();
        else
            schedules.Wake();
    }
}
