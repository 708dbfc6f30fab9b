using System.Security.Cryptography;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Hashes of the audit tree, as RFC 9162 section 2.1.1 defines them over SHA-256: a leaf never equals a node.</summary>
static class MerkleHash
{
    public const int Size = SHA256.HashSizeInBytes;

    /// <summary>Root of a tree without leaves.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    public static byte[] Leaf(ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[1 + (2 * Size)];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + Size)..]);
        return SHA256.HashData(both);
    }
}
