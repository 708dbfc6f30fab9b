using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Gives pending acts their places in the log, in batches at most a second apart, and keeps the hashes over them; one replica at a time.</summary>
sealed class AuditSequencer(NpgsqlDataSource database, TimeProvider clock, ILogger<AuditSequencer> log) : BackgroundService
{
    const int Batch = 2000;
    // Of 256 acts each: a tenth of a second of an existing log.
    const int Blocks = 32;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var busy = await SealAsync(Batch, stoppingToken) == Batch;
                busy |= await ExtendAsync(Blocks, stoppingToken) == Blocks;
                if (!busy)
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
        if (!await AuditSeal.TryLockAsync(connection, AdvisoryLocks.AuditSeal, ct))
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
        await GrowAsync(connection, Blocks, ct);
        await AuditSeal.WaitForDiskAsync(connection, ct);
        await transaction.CommitAsync(ct);
        log.Sealed(acts.Count, tree.Size);
        return acts.Count;
    }
    /// <summary>Keeps the hashes of the next blocks of 256 acts of a log that was sealed without them.</summary>
    /// <returns>How many blocks; 0 also when another replica is at it.</returns>
    internal async Task<int> ExtendAsync(int atMost, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (!await AuditSeal.TryLockAsync(connection, AdvisoryLocks.AuditSeal, ct))
            return 0;
        var blocks = await GrowAsync(connection, atMost, ct);
        await transaction.CommitAsync(ct);
        return blocks;
    }

    // A log that somebody changed is sealed on: that it was changed is told by whoever compares it.
    async Task<int> GrowAsync(NpgsqlConnection connection, int atMost, CancellationToken ct)
    {
        try
        {
            return await AuditGrowth.ExtendAsync(connection, atMost, ct);
        }
        catch (Exception e) when (e is AuditBrokenException or Refusal)
        {
            log.HashesNotKept(e is Refusal refusal ? refusal.Code : e.Message);
            return 0;
        }
    }
}
