using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>Removes what outbox, inbox and idempotency no longer need, in small steps, by one replica at a time.</summary>
sealed class Housekeeping(NpgsqlDataSource database, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    const string TryLock = $"select pg_try_advisory_lock({AdvisoryLocks.Housekeeping})";

    // A repeat older than this is not expected: the broker keeps messages for days, clients repeat for hours.
    static readonly (string Table, string Condition)[] Past =
    [
        ("outbox_messages", "sent_at < now() - interval '14 days'"),
        ("inbox_messages", "received_at < now() - interval '60 days'"),
        ("parked_messages", "ended_at < now() - interval '60 days'"),
        ("sequence_gaps", "closed_at < now() - interval '60 days'"),
        ("idempotent_requests", "created_at < now() - interval '30 days'"),
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                log.RoundFailed(TimeSpan.FromHours(1), e);
            }
        }
    }

    internal async Task CleanAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var tryLock = new NpgsqlCommand(TryLock, connection);
        if (!(bool)(await tryLock.ExecuteScalarAsync(ct))!)
            return;
        foreach (var (table, condition) in Past)
            log.Cleaned(table, await DeleteAsync(connection, table, condition, ct));
    }

    static async Task<long> DeleteAsync(NpgsqlConnection connection, string table, string condition, CancellationToken ct)
    {
        var sql = $"delete from {table} where ctid = any(array(select ctid from {table} where {condition} limit 5000))";
        for (long total = 0; ;)
        {
            await using var delete = new NpgsqlCommand(sql, connection);
            var rows = await delete.ExecuteNonQueryAsync(ct);
            total += rows;
            if (rows < 5000)
                return total;
        }
    }
}
