using System.Numerics;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Which subtrees a proof of RFC 9162 consists of, in the order of the RFC. Pure: their hashes are somebody else's to find.</summary>
static class MerkleProof
{
    /// <summary>That a subtree belongs to the tree: section 2.1.3.1, where the subtree is a leaf.</summary>
    /// <param name="node">The subtree; ends within the tree.</param>
    /// <param name="size">Leaves of the tree.</param>
    public static IReadOnlyList<MerkleRange> Inclusion(MerkleNode node, long size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(node.End, size);
        var path = new List<MerkleRange>();
        for (var (start, end) = (0L, size); end - start > 1L << node.Height;)
        {
            var middle = start + Split(end - start);
            path.Add(node.Start < middle ? new(middle, end) : new(start, middle));
            (start, end) = node.Start < middle ? (start, middle) : (middle, end);
        }

        path.Reverse();
        return path;
    }

    /// <summary>That the tree's first leaves are those of an earlier tree: section 2.1.4.1.</summary>
    /// <param name="first">Leaves of the earlier tree, at least 1.</param>
    /// <param name="second">Leaves of the later one.</param>
    public static IReadOnlyList<MerkleRange> Consistency(long first, long second)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        var path = new List<MerkleRange>();
        var (start, end) = (0L, second);
        while (end != first)
        {
            var middle = start + Split(end - start);
            path.Add(first <= middle ? new(middle, end) : new(start, middle));
            (start, end) = first <= middle ? (start, middle) : (middle, end);
        }

        // The whole earlier tree is known to whoever asks.
        if (start > 0)
            path.Add(new(start, end));
        path.Reverse();
        return path;
    }

    /// <summary>The root that a proof of inclusion leads to.</summary>
    /// <param name="node">The subtree.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="path">The proof, with the hash of each range.</param>
    public static byte[] Root(MerkleNode node, byte[] hash, IEnumerable<(MerkleRange Range, byte[] Hash)> path) => path.Aggregate(
        hash, (left, step) => step.Range.Start > node.Start ? MerkleHash.Node(left, step.Hash) : MerkleHash.Node(step.Hash, left));

    // Largest power of two below the count, which is at least 2.
    static long Split(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
