using System.Text;
using Npgsql;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>
/// Hashes of the audit tree. Those of 256 acts and more are kept, two for each 256 acts; those below are computed from at most 256 acts on
/// either end. So a proof costs the same few reads in a log of any length.
/// </summary>
static class AuditTree
{
    /// <summary>Height from which on hashes are kept.</summary>
    public const int Kept = 8;

    const string Nodes =
        """
        select height, index, hash from audit_nodes
        where (height, index) in (select * from unnest($1::smallint[], $2::bigint[]))
        """;

    const string Bodies = "select body from audit_log where sequence > $1 and sequence <= $2 order by sequence";

    /// <summary>The root as it was when the log had this size.</summary>
    /// <exception cref="Primitives.Refusal">AUDIT_PROOF_NOT_READY.</exception>
    public static async Task<byte[]> RootAsync(NpgsqlConnection connection, long size, CancellationToken ct) =>
        size == 0 ? MerkleHash.Empty : (await HashesAsync(connection, [new(0, size)], ct))[0];

    /// <summary>The hash of each range.</summary>
    /// <param name="connection">A connection to the service's database.</param>
    /// <param name="ranges">Ranges of sealed acts.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="Primitives.Refusal">AUDIT_PROOF_NOT_READY.</exception>
    public static async Task<IReadOnlyList<byte[]>> HashesAsync(NpgsqlConnection connection, IReadOnlyList<MerkleRange> ranges, CancellationToken ct)
    {
        var parts = ranges.SelectMany(range => range.Parts()).Distinct().ToList();
        var hashes = await KeptAsync(connection, [.. parts.Where(part => part.Height >= Kept)], ct);
        // Neighbours of one block are read together.
        foreach (var block in parts.Where(part => part.Height < Kept).GroupBy(part => part.Start >> Kept))
            await ComputeAsync(connection, [.. block], hashes, ct);
        return [.. ranges.Select(range => range.Root(node => hashes.TryGetValue(node, out var hash) ? hash : throw AuditErrors.ProofNotReady()))];
    }

    /// <summary>Hashes of acts in order.</summary>
    /// <param name="connection">A connection to the service's database.</param>
    /// <param name="range">Which acts.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="AuditBrokenException">An act is missing.</exception>
    public static async Task<List<byte[]>> LeavesAsync(NpgsqlConnection connection, MerkleRange range, CancellationToken ct)
    {
        var leaves = new List<byte[]>();
        await using var command = new NpgsqlCommand(Bodies, connection) { Parameters = { new() { Value = range.Start }, new() { Value = range.End } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            leaves.Add(MerkleHash.Leaf(Encoding.UTF8.GetBytes(reader.GetString(0))));
        return leaves.Count == range.End - range.Start ? leaves : throw new AuditBrokenException(range);
    }

    static async Task<Dictionary<MerkleNode, byte[]>> KeptAsync(NpgsqlConnection connection, IReadOnlyList<MerkleNode> nodes, CancellationToken ct)
    {
        var hashes = new Dictionary<MerkleNode, byte[]>();
        if (nodes.Count == 0)
            return hashes;
        await using var command = new NpgsqlCommand(Nodes, connection)
        {
            Parameters = { new() { Value = nodes.Select(node => (short)node.Height).ToArray() }, new() { Value = nodes.Select(node => node.Index).ToArray() } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            hashes[new(reader.GetInt16(0), reader.GetInt64(1))] = reader.GetFieldValue<byte[]>(2);
        return hashes;
    }

    static async Task ComputeAsync(
        NpgsqlConnection connection, IReadOnlyList<MerkleNode> nodes, Dictionary<MerkleNode, byte[]> hashes, CancellationToken ct)
    {
        var read = new MerkleRange(nodes.Min(node => node.Start), nodes.Max(node => node.End));
        var leaves = await LeavesAsync(connection, read, ct);
        foreach (var node in nodes)
        {
            var tree = new MerkleFrontier();
            foreach (var leaf in leaves[(int)(node.Start - read.Start)..(int)(node.End - read.Start)])
                tree.Append(leaf);
            hashes[node] = tree.Root;
        }
    }
}
