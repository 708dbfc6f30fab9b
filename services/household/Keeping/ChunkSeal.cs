using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Tsunagu.Households.Keeping;

/// <summary>Seals the chunks of one file under a key of its own, each by its number.</summary>
sealed class ChunkSeal(byte[] secret) : IDisposable
{
    const int TagBytes = 16;

    readonly AesGcm cipher = new(secret, TagBytes);

    /// <summary>A new key.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(32);

    /// <summary>The sealed chunk, its tag in front.</summary>
    public byte[] Seal(int number, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[TagBytes + data.Length];
        cipher.Encrypt(Nonce(number), data, chunk.AsSpan(TagBytes), chunk.AsSpan(0, TagBytes));
        return chunk;
    }

    /// <summary>What was sealed.</summary>
    /// <exception cref="AuthenticationTagMismatchException">It is not that chunk, or not of this key.</exception>
    public byte[] Open(int number, ReadOnlySpan<byte> chunk)
    {
        var data = new byte[chunk.Length - TagBytes];
        cipher.Decrypt(Nonce(number), chunk[TagBytes..], chunk[..TagBytes], data);
        return data;
    }

    public void Dispose() => cipher.Dispose();

    // The key seals one file, so the number of the chunk is used once.
    static byte[] Nonce(int number)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(nonce, number);
        return nonce;
    }
}
