using System.Numerics;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>
/// The right edge of an append-only Merkle tree: the roots of its complete subtrees, largest first. It is all that appending
/// needs, so the log grows at a logarithmic cost and no leaf is ever read again.
/// </summary>
sealed class MerkleFrontier
{
    readonly List<byte[]> peaks = [];

    /// <summary>Leaves so far.</summary>
    public long Size { get; private set; }

    /// <summary>Roots of the complete subtrees, one for each bit that is set in <see cref="Size"/>.</summary>
    public IReadOnlyList<byte[]> Peaks => peaks;

    /// <summary>Root over every leaf so far.</summary>
    public byte[] Root
    {
        get
        {
            if (peaks.Count == 0)
                return MerkleHash.Empty;
            var root = peaks[^1];
            for (var i = peaks.Count - 2; i >= 0; i--)
                root = MerkleHash.Node(peaks[i], root);
            return root;
        }
    }

    /// <summary>The edge as it was kept with a checkpoint.</summary>
    /// <exception cref="ArgumentException">That many peaks do not belong to a tree of that size.</exception>
    public static MerkleFrontier Of(long size, IReadOnlyList<byte[]> peaks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (peaks.Count != BitOperations.PopCount((ulong)size) || peaks.Any(peak => peak.Length != MerkleHash.Size))
            throw new ArgumentException($"A tree of {size} leaves does not have these peaks.", nameof(peaks));
        var frontier = new MerkleFrontier { Size = size };
        frontier.peaks.AddRange(peaks);
        return frontier;
    }

    /// <summary>Adds a leaf at the end.</summary>
    /// <param name="leaf">Hash of the leaf, by <see cref="MerkleHash.Leaf"/>.</param>
    /// <param name="completed">Is told each subtree that the leaf completes, smallest first.</param>
    public void Append(byte[] leaf, Action<MerkleNode, byte[]>? completed = null)
    {
        // Each bit that carries when the size grows by one merges two subtrees of equal size.
        for (var height = 1; (Size >> (height - 1) & 1) == 1; height++)
        {
            leaf = MerkleHash.Node(peaks[^1], leaf);
            peaks.RemoveAt(peaks.Count - 1);
            completed?.Invoke(new(height, Size >> height), leaf);
        }

        peaks.Add(leaf);
        Size++;
    }
}
