using System.Buffers.Binary;

namespace Tsunagu.Tests.Interop.Wire;

/// <summary>Which messages of a body came compressed, read from the bytes on the wire and not from what a runtime says of itself.</summary>
sealed class MessageFlags
{
    const int HeaderSize = 5;

    readonly List<bool> compressed = [];
    readonly byte[] header = new byte[HeaderSize];
    int headerBytes;
    uint payloadBytes;

    /// <summary>One entry for each message whose head has passed.</summary>
    public IReadOnlyList<bool> Compressed
    {
        get
        {
            lock (compressed)
                return [.. compressed];
        }
    }

    /// <summary>Takes note of the next bytes of the body.</summary>
    public void Pass(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var taken = payloadBytes > 0 ? SkipPayload(bytes) : TakeHeader(bytes);
            bytes = bytes[taken..];
        }
    }

    int SkipPayload(ReadOnlySpan<byte> bytes)
    {
        var taken = (int)Math.Min(payloadBytes, (uint)bytes.Length);
        payloadBytes -= (uint)taken;
        return taken;
    }

    int TakeHeader(ReadOnlySpan<byte> bytes)
    {
        var taken = Math.Min(HeaderSize - headerBytes, bytes.Length);
        bytes[..taken].CopyTo(header.AsSpan(headerBytes));
        headerBytes += taken;
        if (headerBytes == HeaderSize)
        {
            headerBytes = 0;
            payloadBytes = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1));
            lock (compressed)
                compressed.Add(header[0] == 1);
        }
        return taken;
    }
}
