namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>A complete subtree of the audit tree: 2^<paramref name="Height"/> leaves that begin at a multiple of so many.</summary>
/// <param name="Height">0 for a leaf.</param>
/// <param name="Index">Which one of this height, from the left, counted from 0.</param>
readonly record struct MerkleNode(int Height, long Index)
{
    /// <summary>Its first leaf, counted from 0.</summary>
    public long Start => Index << Height;

    /// <summary>The leaf after its last.</summary>
    public long End => (Index + 1) << Height;
}
