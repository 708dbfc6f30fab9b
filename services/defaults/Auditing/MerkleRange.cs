using System.Numerics;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>A subtree as RFC 9162 splits a tree, complete or at the right edge.</summary>
/// <param name="Start">First leaf, counted from 0; a multiple of the largest power of two that the range holds.</param>
/// <param name="End">The leaf after the last.</param>
readonly record struct MerkleRange(long Start, long End)
{
    /// <summary>The complete subtrees that it consists of, largest first.</summary>
    public IEnumerable<MerkleNode> Parts()
    {
        for (var start = Start; start < End;)
        {
            var height = BitOperations.Log2((ulong)(End - start));
            yield return new(height, start >> height);
            start += 1L << height;
        }
    }

    /// <summary>Its hash, which section 2.1.1 calls MTH.</summary>
    /// <param name="hash">Hash of a complete subtree.</param>
    public byte[] Root(Func<MerkleNode, byte[]> hash)
    {
        byte[]? root = null;
        foreach (var part in Parts().Reverse())
            root = root is null ? hash(part) : MerkleHash.Node(hash(part), root);
        return root ?? MerkleHash.Empty;
    }
}
