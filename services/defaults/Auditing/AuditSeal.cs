using Npgsql;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Statements of the sequencer, within its transaction.</summary>
static class AuditSeal
{
    const string Take =
        """
        delete from audit_pending where id in (select id from audit_pending order by id limit $1)
        returning id, at, staff, agency, outcome, subjects, body
        """;

    const string Edge = "select size, peaks from audit_checkpoints order by size desc limit 1";

    const string Append =
        "copy audit_log (sequence, id, at, staff, agency, outcome, subjects, body) from stdin (format binary)";

    const string WaitForDisk =
        "select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') = 'off'";

    const string Checkpoint = "insert into audit_checkpoints (size, root, peaks, at) values ($1, $2, $3, $4)";

    /// <summary>Takes a lock until the transaction ends, unless another replica has it.</summary>
    /// <param name="connection">In a transaction.</param>
    /// <param name="number">One of <see cref="AdvisoryLocks"/>.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<bool> TryLockAsync(NpgsqlConnection connection, string number, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select pg_try_advisory_xact_lock({number})", connection);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>The oldest acts that are committed, removed from the waiting ones.</summary>
    public static async Task<List<PendingAct>> TakeAsync(NpgsqlConnection connection, int atMost, CancellationToken ct)
    {
        var acts = new List<PendingAct>();
        await using var command = new NpgsqlCommand(Take, connection) { Parameters = { new() { Value = atMost } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            acts.Add(new PendingAct
            {
                Id = reader.GetGuid(0),
                At = reader.GetFieldValue<DateTimeOffset>(1),
                Staff = reader.GetString(2),
                Agency = reader.GetString(3),
                Outcome = reader.GetString(4),
                Subjects = reader.GetFieldValue<string[]>(5),
                Body = reader.GetString(6),
            });
        }

        acts.Sort((a, b) => a.Id.CompareTo(b.Id));
        return acts;
    }

    /// <summary>The tree as the last checkpoint left it.</summary>
    public static async Task<MerkleFrontier> EdgeAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Edge, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? MerkleFrontier.Of(reader.GetInt64(0), reader.GetFieldValue<byte[][]>(1))
            : new MerkleFrontier();
    }

    public static async Task AppendAsync(NpgsqlConnection connection, List<PendingAct> acts, long first, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(Append, ct);
        foreach (var act in acts)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(first++, ct);
            await copy.WriteAsync(act.Id, ct);
            await copy.WriteAsync(act.At, ct);
            await copy.WriteAsync(act.Staff, ct);
            await copy.WriteAsync(act.Agency, ct);
            await copy.WriteAsync(act.Outcome, ct);
            await copy.WriteAsync(act.Subjects, ct);
            await copy.WriteAsync(act.Body, ct);
        }

        await copy.CompleteAsync(ct);
    }

    public static async Task CheckpointAsync(NpgsqlConnection connection, MerkleFrontier tree, DateTimeOffset at, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Checkpoint, connection)
        {
            Parameters =
            {
                new() { Value = tree.Size }, new() { Value = tree.Root }, new() { Value = tree.Peaks.ToArray() },
                new() { Value = at.ToUniversalTime() },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
    /// <summary>The commit is on the disk before it is answered, also on a server that leaves that for later: a checkpoint that was copied must not be lost here.</summary>
    public static async Task WaitForDiskAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(WaitForDisk, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
