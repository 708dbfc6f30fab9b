using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Tsunagu.Households.Rows;

/// <summary>A digest of the cells that may be kept, salted with what decides their meaning.</summary>
sealed class RowHash(string salt) : IDisposable
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    // The cells go into the digest at once: to hand them over one by one costs several times as much as the digest itself.
    readonly ArrayBufferWriter<byte> row = new(1 << 12);

    /// <summary>128 bits suffice to notice a change and take half the room.</summary>
    public Guid Of(string[] fields, IReadOnlySet<int> leftOut)
    {
        row.ResetWrittenCount();
        Append(salt);
        for (var i = 0; i < fields.Length; i++)
        {
            if (!leftOut.Contains(i))
                Append(fields[i]);
        }
        hash.AppendData(row.WrittenSpan);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _ = hash.GetHashAndReset(digest);
        return new Guid(digest[..16]);
    }

    public void Dispose() => hash.Dispose();

    void Append(string text)
    {
        row.Write(MemoryMarshal.AsBytes(text.AsSpan()));
        row.Write("\u001F"u8);
    }
}
