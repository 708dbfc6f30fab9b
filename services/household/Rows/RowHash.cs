using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Tsunagu.Households.Rows;

/// <summary>A digest of the cells that may be kept, salted with what decides their meaning.</summary>
sealed class RowHash(string salt) : IDisposable
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>128 bits suffice to notice a change and take half the room.</summary>
    public Guid Of(string[] fields, IReadOnlySet<int> leftOut)
    {
        Append(salt);
        for (var i = 0; i < fields.Length; i++)
        {
            if (!leftOut.Contains(i))
                Append(fields[i]);
        }
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _ = hash.GetHashAndReset(digest);
        return new Guid(digest[..16]);
    }

    public void Dispose() => hash.Dispose();

    void Append(string text)
    {
        hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
        hash.AppendData("\u001F"u8);
    }
}
