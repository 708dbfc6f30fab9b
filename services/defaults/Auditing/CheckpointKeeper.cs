using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>
/// Compares the log with the newest copy of a checkpoint and with the last one of this process, before the first call and at intervals, then copies
/// the newest checkpoint to the operator's folder. Apart from the sequencer: whatever happens here, acts are sealed.
/// </summary>
sealed class CheckpointKeeper(
    NpgsqlDataSource database,
    CheckpointIssuer issuer,
    AuditCondition condition,
    IOptions<AuditOptions> options,
    ServiceName service,
    TimeProvider clock,
    ILogger<CheckpointKeeper> log) : BackgroundService
{
    // Of 256 acts: at a round a minute, nearly six million acts a day are read again.
    const int BlocksEachRound = 16;
    readonly CheckpointFolder? folder = options.Value.CheckpointDirectory is { Length: > 0 } path ? new(path, service.Value) : null;
    Checkpoint? last;
    long block;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!condition.Signs)
            log.CheckpointsUnsigned();
        await TryKeepAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(options.Value.CheckpointInterval, clock, stoppingToken);
            await TryKeepAsync(stoppingToken);
        }
    }

    async Task TryKeepAsync(CancellationToken ct)
    {
        try
        {
            await KeepAsync(ct);
            condition.Copies = folder is not null;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            condition.Copies = false;
            AuditTelemetry.CopyFailures.Add(1);
            log.CheckpointNotKept(e is Refusal refusal ? refusal.Code : e.GetType().Name);
        }
    }

    async Task KeepAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var writes = await AuditSeal.TryLockAsync(connection, AdvisoryLocks.AuditCopy, ct);
        var (copy, unreadable) = ReadCopy();
        // Read after the copy, which is never ahead of it.
        var tree = await AuditSeal.EdgeAsync(connection, ct);
        condition.Contradiction = await ContradictionAsync(connection, tree, [.. new[] { copy, last }.OfType<Checkpoint>()], ct);
        if (condition.Contradiction is { } contradiction)
        {
            AuditTelemetry.Contradictions.Add(1);
            log.AuditContradicted(contradiction);
            return;
        }

        last = new("", tree.Size, tree.Root);
        if (unreadable is not null)
            throw unreadable;
        if (writes && folder is not null)
            Copy(folder, copy, last);
    }

    // A folder that is away keeps nobody from looking at the log.
    (Checkpoint? Copy, Exception? Unreadable) ReadCopy()
    {
        try
        {
            return (folder?.Newest(), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, e);
        }
    }

    async Task<string?> ContradictionAsync(NpgsqlConnection connection, MerkleFrontier tree, Checkpoint[] known, CancellationToken ct)
    {
        foreach (var checkpoint in known)
        {
            if (await AuditEvidence.ContradictionAsync(connection, checkpoint, tree.Size, ct) is { } contradiction)
                return contradiction;
        }

        var newest = known.FirstOrDefault() ?? new("", tree.Size, tree.Root);
        for (var read = 0; read < BlocksEachRound && newest.Size >> AuditTree.Kept is > 0 and var blocks; read++)
        {
            block = block < blocks ? block : 0;
            if (await AuditEvidence.RereadAsync(connection, newest, block, ct) is { } contradiction)
                return contradiction;
            block++;
        }

        return null;
    }

    void Copy(CheckpointFolder to, Checkpoint? copied, Checkpoint newest)
    {
        if (issuer.Key is { } key)
            to.Leave(key);
        if (newest.Size > (copied?.Size ?? 0))
            to.Add(new(clock.GetUtcNow().ToUniversalTime(), issuer.Issue(newest.Size, newest.Root)));
    }
}
