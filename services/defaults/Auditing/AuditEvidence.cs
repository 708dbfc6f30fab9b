using Npgsql;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Compares the log with what was once said about it.</summary>
static class AuditEvidence
{
    /// <summary>What the log contradicts.</summary>
    /// <param name="connection">A connection to the service's database.</param>
    /// <param name="known">A checkpoint that was given out.</param>
    /// <param name="size">Acts that are sealed now.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when the log is the checkpoint's, grown or not.</returns>
    /// <exception cref="Primitives.Refusal">AUDIT_PROOF_NOT_READY.</exception>
    public static async Task<string?> ContradictionAsync(NpgsqlConnection connection, Checkpoint known, long size, CancellationToken ct)
    {
        if (known.Size > size)
            return FormattableString.Invariant($"a checkpoint covers {known.Size} acts, the log ends at {size}");
        return await TellAsync(async () =>
        {
            var root = await AuditTree.RootAsync(connection, known.Size, ct);
            return known.Root.SequenceEqual(root) ? null : FormattableString.Invariant($"the first {known.Size} acts are not those of the checkpoint over them");
        });
    }

    /// <summary>Reads acts again that are too many to be read each time: what the kept hashes hide is found here.</summary>
    /// <param name="connection">A connection to the service's database.</param>
    /// <param name="known">A checkpoint that covers them.</param>
    /// <param name="block">Which 256 acts, counted from 0.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when they are what was sealed.</returns>
    /// <exception cref="Primitives.Refusal">AUDIT_PROOF_NOT_READY.</exception>
    public static Task<string?> RereadAsync(NpgsqlConnection connection, Checkpoint known, long block, CancellationToken ct)
    {
        var node = new MerkleNode(AuditTree.Kept, block);
        return TellAsync(async () =>
        {
            var tree = new MerkleFrontier();
            foreach (var leaf in await AuditTree.LeavesAsync(connection, new(node.Start, node.End), ct))
                tree.Append(leaf);
            var path = MerkleProof.Inclusion(node, known.Size);
            var root = MerkleProof.Root(node, tree.Root, path.Zip(await AuditTree.HashesAsync(connection, path, ct)));
            return known.Root.SequenceEqual(root) ? null : FormattableString.Invariant($"acts {node.Start + 1} to {node.End} are not those that were sealed");
        });
    }

    static async Task<string?> TellAsync(Func<Task<string?>> compare)
    {
        try
        {
            return await compare();
        }
        catch (AuditBrokenException e)
        {
            return e.Message;
        }
    }
}
