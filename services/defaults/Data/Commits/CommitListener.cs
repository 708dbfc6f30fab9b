using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Hears the news of commits for all of this process, on one connection. While it cannot, workers look by themselves from time to time.</summary>
sealed class CommitListener(NpgsqlDataSource database, IEnumerable<CommitChannel> channels, ILogger<CommitListener> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly Dictionary<string, CommitChannel> byName = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);

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
                log.CommitsNotHeard(e.GetType().Name);
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        connection.Notification += (_, heard) => byName[heard.Channel].Heard(heard.Payload);
        await using (var listen = new NpgsqlCommand(string.Join("; ", byName.Keys.Select(name => $"listen {name}")), connection))
            await listen.ExecuteNonQueryAsync(ct);
        log.CommitsHeard();
        foreach (var channel in byName.Values)
            channel.Missed();
        while (true)
            await connection.WaitAsync(ct);
    }
}
