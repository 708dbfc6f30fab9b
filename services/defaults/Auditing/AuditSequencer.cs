using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Gives pending acts their places in the log, in batches at most a second apart; one replica at a time.</summary>
sealed class AuditSequencer(NpgsqlDataSource database, TimeProvider clock, ILogger<AuditSequencer> log) : BackgroundService
{
    const int Batch = 2000;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await SealAsync(Batch, stoppingToken) < Batch)
                    await Task.Delay(Pause, clock, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.SealFailed(e.GetType().Name);
                await Task.Delay(Pause * 4, clock, stoppingToken);
            }
        }
    }

    /// <summary>Seals one batch.</summary>
    /// <returns>How many acts it held; 0 also when another replica is at it.</returns>
    internal async Task<int> SealAsync(int atMost, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (!await AuditSeal.TryLockAsync(connection, ct))
            return 0;
        var acts = await AuditSeal.TakeAsync(connection, atMost, ct);
        if (acts.Count == 0)
            return 0;
        var tree = await AuditSeal.EdgeAsync(connection, ct);
        var first = tree.Size + 1;
        foreach (var act in acts)
            tree.Append(MerkleHash.Leaf(System.Text.Encoding.UTF8.GetBytes(act.Body)));
        await AuditSeal.AppendAsync(connection, acts, first, ct);
        await AuditSeal.CheckpointAsync(connection, tree, clock.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        log.Sealed(acts.Count, tree.Size);
        return acts.Count;
    }
}
