using Npgsql;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>
/// Keeps the hashes of complete subtrees, within the sequencer's transaction: of what was just sealed, and in the same steps of a log that an
/// earlier release sealed, also while that release still runs beside this one.
/// </summary>
static class AuditGrowth
{
    const string Extent =
        """
        select coalesce((select max(size) from audit_checkpoints), 0), coalesce((select max(index) + 1 from audit_nodes where height = 8), 0)
        """;

    // One that is there already is right, or will be found not to be.
    const string Add =
        "insert into audit_nodes (height, index, hash) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[]) on conflict do nothing";

    /// <summary>Takes the next blocks of 256 acts that are complete.</summary>
    /// <returns>How many; 0 when the hashes are as far as the log.</returns>
    /// <exception cref="AuditBrokenException">An act is missing.</exception>
    /// <exception cref="Primitives.Refusal">AUDIT_PROOF_NOT_READY: a hash is missing.</exception>
    public static async Task<int> ExtendAsync(NpgsqlConnection connection, int atMost, CancellationToken ct)
    {
        var (complete, kept) = await ExtentAsync(connection, ct);
        var blocks = (int)Math.Min(complete - kept, atMost);
        if (blocks <= 0)
            return 0;
        var begin = kept << AuditTree.Kept;
        var peaks = new MerkleRange(0, begin).Parts().Select(node => new MerkleRange(node.Start, node.End)).ToList();
        var tree = MerkleFrontier.Of(begin, await AuditTree.HashesAsync(connection, peaks, ct));
        var nodes = new List<(MerkleNode Node, byte[] Hash)>();
        for (var block = 0; block < blocks; block++)
        {
            foreach (var leaf in await AuditTree.LeavesAsync(connection, new(tree.Size, tree.Size + (1 << AuditTree.Kept)), ct))
                tree.Append(leaf, (node, hash) => nodes.Add((node, hash)));
        }

        await AddAsync(connection, [.. nodes.Where(node => node.Node.Height >= AuditTree.Kept)], ct);
        return blocks;
    }

    static async Task<(long Complete, long Kept)> ExtentAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Extent, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0) >> AuditTree.Kept, reader.GetInt64(1));
    }

    static async Task AddAsync(NpgsqlConnection connection, IReadOnlyList<(MerkleNode Node, byte[] Hash)> nodes, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Add, connection)
        {
            Parameters =
            {
                new() { Value = nodes.Select(node => (short)node.Node.Height).ToArray() },
                new() { Value = nodes.Select(node => node.Node.Index).ToArray() },
                new() { Value = nodes.Select(node => node.Hash).ToArray() },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
