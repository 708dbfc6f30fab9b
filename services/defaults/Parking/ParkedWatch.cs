using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.ServiceDefaults.Parking;

/// <summary>Counts from time to time what is parked and what never came, for the metrics.</summary>
sealed class ParkedWatch(NpgsqlDataSource database, TimeProvider clock, ILogger<ParkedWatch> log) : BackgroundService
{
    const string Count =
        """
        select (select count(*) from parked_messages where state in ('Parked', 'Replaying')),
               (select count(*) from sequence_gaps where closed_at is null)
        """;

    static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        do
        {
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.ParkedUnknown(e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task MeasureAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(Count);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        MessagingTelemetry.Note(reader.GetInt64(0), reader.GetInt64(1));
    }
}
