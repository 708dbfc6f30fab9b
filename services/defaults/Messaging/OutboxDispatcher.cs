using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>
/// Publishes what waits in the outbox: at once when a commit wakes it, else every few seconds, and slower while database or
/// broker is away. Any number of replicas may run it.
/// </summary>
sealed class OutboxDispatcher(
    NpgsqlDataSource database, OutboxPublisher publisher, OutboxSignal signal, TimeProvider clock, ILogger<OutboxDispatcher> log) : BackgroundService
{
    const int Aggregates = 32;
    const int Messages = 256;
    static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    static readonly TimeSpan ShortestDelay = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(15);
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    // What could not be published stands behind everything else, for a minute at most: however much of it comes first, the rest goes out.
    readonly HashSet<Guid> failed = [];
    DateTimeOffset failedWaitUntil;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var delay = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var round = await RoundAsync(stoppingToken);
                delay = round.Failed ? Longer(delay) : TimeSpan.Zero;
                if (round.Failed)
                    await PauseAsync(delay, stoppingToken);
                else if (round.Published == 0)
                    await signal.WaitAsync(Poll, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                delay = Longer(delay);
                log.RoundFailed(delay, e);
                await Task.Delay(delay, stoppingToken);
            }
        }
    }

    // An aggregate that cannot be published must not slow the others down: a new commit ends the pause.
    async Task PauseAsync(TimeSpan delay, CancellationToken ct)
    {
        await Task.Delay(ShortestDelay, ct);
        await signal.WaitAsync(delay - ShortestDelay, ct);
    }

    async Task<(int Published, bool Failed)> RoundAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Sql.SetSessionAsync(connection, SessionContext.OfProgram("job:outbox"), ct);
        if (clock.GetUtcNow() >= failedWaitUntil)
            failed.Clear();
        var rows = await OutboxClaim.TakeAsync(connection, Aggregates, Messages, failed, ct);
        if (rows.Count == 0)
        {
            var theirTurn = failed.Count > 0;
            failed.Clear();
            return (0, theirTurn);
        }

        var published = await Task.WhenAll(
            rows.GroupBy(row => row.AggregateId).Select(aggregate => publisher.PublishAsync(aggregate, ct)));
        var confirmed = published.SelectMany(ids => ids).ToArray();
        if (failed.Count == 0)
            failedWaitUntil = clock.GetUtcNow() + LongestWait;
        failed.UnionWith(rows.ExceptBy(confirmed, row => row.EventId).Select(row => row.AggregateId));
        // What the broker has confirmed is noted even while stopping: otherwise it would be published twice.
        if (confirmed.Length > 0)
            await OutboxClaim.MarkSentAsync(connection, confirmed, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return (confirmed.Length, confirmed.Length < rows.Count);
    }

    static TimeSpan Longer(TimeSpan delay) =>
        delay == TimeSpan.Zero ? ShortestDelay
        : delay * 2 < LongestDelay ? delay * 2
        : LongestDelay;
}
