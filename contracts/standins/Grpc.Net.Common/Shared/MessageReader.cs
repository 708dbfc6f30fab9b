using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Grpc.Core;

namespace Grpc.Shared;

/// <summary>Reads length-prefixed messages; a message is parsed in place, out of the transport's own buffers.</summary>
sealed class MessageReader(PipeReader pipe, int? maxSize, string? encoding, CompressionSet compression) : DeserializationContext
{
    internal const int HeaderSize = 5;

    ReadOnlySequence<byte> payload;

    public override int PayloadLength => (int)payload.Length;

    public override byte[] PayloadAsNewBuffer() => payload.ToArray();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => payload;

    /// <summary>The next message, or null at a clean end.</summary>
    internal ValueTask<T?> ReadAsync<T>(Func<DeserializationContext, T> deserializer, CancellationToken cancellationToken)
        where T : class =>
        // What has arrived already needs no state machine.
        pipe.TryRead(out var ready) && Take(ready, deserializer, out var message)
            ? new ValueTask<T?>(message)
            : ReadMoreAsync(deserializer, cancellationToken);

    /// <summary>The one message of a stream that holds no other; null when it holds none.</summary>
    internal async ValueTask<T?> ReadSingleAsync<T>(Func<DeserializationContext, T> deserializer, CancellationToken cancellationToken)
        where T : class
    {
        var message = await ReadAsync(deserializer, cancellationToken).ConfigureAwait(false);
        while (message is not null)
        {
            var result = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            pipe.AdvanceTo(result.Buffer.End);
            if (result.IsCanceled)
                throw new OperationCanceledException();
            if (!result.Buffer.IsEmpty)
                throw MessageErrors.Additional();
            if (result.IsCompleted)
                break;
        }
        return message;
    }

    async ValueTask<T?> ReadMoreAsync<T>(Func<DeserializationContext, T> deserializer, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            if (Take(await pipe.ReadAsync(cancellationToken).ConfigureAwait(false), deserializer, out var message))
                return message;
        }
    }

    /// <summary>Whether what was read holds a message or is the end, when there is none.</summary>
    bool Take<T>(ReadResult result, Func<DeserializationContext, T> deserializer, out T? message)
        where T : class
    {
        message = null;
        var consumed = result.Buffer.Start;
        var examined = result.Buffer.End;
        try
        {
            if (result.IsCanceled)
                throw new OperationCanceledException();
            if (TryReadFrame(result.Buffer, out var compressed, out var content))
            {
                consumed = examined = content.End;
                message = compressed ? Decompressed(content, deserializer) : Parsed(content, deserializer);
                return true;
            }
            if (!result.IsCompleted)
                return false;
            return result.Buffer.IsEmpty ? true : throw MessageErrors.Incomplete();
        }
        finally
        {
            pipe.AdvanceTo(consumed, examined);
        }
    }

    bool TryReadFrame(ReadOnlySequence<byte> buffer, out bool compressed, out ReadOnlySequence<byte> content)
    {
        compressed = false;
        content = default;
        if (buffer.Length < HeaderSize)
            return false;
        Span<byte> header = stackalloc byte[HeaderSize];
        buffer.Slice(0, HeaderSize).CopyTo(header);
        if (header[0] > 1)
            throw MessageErrors.WrongFlag();
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        if (length > (uint)(maxSize ?? int.MaxValue))
            throw MessageErrors.ReceivedTooLarge();
        if (buffer.Length - HeaderSize < length)
            return false;
        compressed = header[0] == 1;
        content = buffer.Slice(HeaderSize, length);
        return true;
    }

    T Parsed<T>(ReadOnlySequence<byte> content, Func<DeserializationContext, T> deserializer)
    {
        payload = content;
        try
        {
            return deserializer(this);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw MessageErrors.Unparsable(exception);
        }
        finally
        {
            payload = default;
        }
    }

    T Decompressed<T>(ReadOnlySequence<byte> content, Func<DeserializationContext, T> deserializer)
    {
        if (CompressionSet.IsIdentity(encoding))
            throw MessageErrors.NoEncoding();
        var provider = compression.Find(encoding) ?? throw MessageErrors.UnknownEncoding(encoding!, compression);
        using var plain = new PooledBuffer();
        try
        {
            using var source = PipeReader.Create(content).AsStream();
            using var stream = provider.CreateDecompressionStream(source);
            while (stream.Read(plain.GetSpan(4096)) is var count and > 0)
            {
                plain.Advance(count);
                // Counted while it grows: a small message may unfold into gigabytes.
                if (plain.Length > (maxSize ?? int.MaxValue))
                    throw MessageErrors.ReceivedTooLarge();
            }
        }
        catch (InvalidDataException exception)
        {
            throw MessageErrors.Undecodable(exception);
        }
        return Parsed(new ReadOnlySequence<byte>(plain.Written), deserializer);
    }
}
