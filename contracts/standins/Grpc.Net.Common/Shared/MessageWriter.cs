using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Shared;

/// <summary>Writes length-prefixed messages; one of known length goes straight into the transport's buffers.</summary>
sealed class MessageWriter(IBufferWriter<byte> output, int? maxSize) : SerializationContext
{
    PooledBuffer? buffer;
    ICompressionProvider? compression;
    CompressionLevel? level;
    bool direct;

    /// <summary>Puts a message into the output; the caller flushes.</summary>
    internal void Write<T>(
        T message, Action<T, SerializationContext> serializer, ICompressionProvider? compression = null, CompressionLevel? level = null)
    {
        this.compression = compression;
        this.level = level;
        direct = false;
        try
        {
            serializer(message, this);
        }
        finally
        {
            buffer?.Dispose();
        }
    }

    public override void SetPayloadLength(int payloadLength)
    {
        CheckSize(payloadLength);
        if (compression is not null)
            return;
        (output as PooledBuffer)?.Reserve(MessageReader.HeaderSize + payloadLength);
        WriteHeader(payloadLength, compressed: false);
        direct = true;
    }

    public override IBufferWriter<byte> GetBufferWriter() => direct ? output : buffer ??= new PooledBuffer();

    public override void Complete()
    {
        if (!direct)
            WriteFrame(buffer is null ? [] : buffer.Written.Span);
    }

    public override void Complete(byte[] payload)
    {
        if (direct)
            output.Write(payload);
        else
            WriteFrame(payload);
    }

    void WriteFrame(ReadOnlySpan<byte> payload)
    {
        CheckSize(payload.Length);
        if (compression is null)
        {
            WriteHeader(payload.Length, compressed: false);
            output.Write(payload);
            return;
        }
        using var packed = new MemoryStream();
        using (var stream = compression.CreateCompressionStream(packed, level))
            stream.Write(payload);
        WriteHeader((int)packed.Length, compressed: true);
        output.Write(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    void WriteHeader(int length, bool compressed)
    {
        var header = output.GetSpan(MessageReader.HeaderSize);
        header[0] = compressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(header[1..], (uint)length);
        output.Advance(MessageReader.HeaderSize);
    }

    void CheckSize(int length)
    {
        if (length > (maxSize ?? int.MaxValue))
            throw MessageErrors.SentTooLarge();
    }
}
