using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Web.Internal;

/// <summary>The bytes behind a Base64 body, which may be several pieces one after another, each with padding of its own.</summary>
sealed class Base64Body(PipeReader inner) : Stream
{
    const int GroupSize = 4;

    // Holds letters, then, in the same place, the bytes that they stand for.
    readonly byte[] block = new byte[2048 * GroupSize];
    ReadOnlyMemory<byte> decoded;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!buffer.IsEmpty && decoded.IsEmpty)
            await FillAsync(cancellationToken);
        var count = Math.Min(buffer.Length, decoded.Length);
        decoded[..count].CopyTo(buffer);
        decoded = decoded[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // Leaves nothing decoded at the end of the body alone.
    async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await inner.ReadAsync(cancellationToken);
            if (result.IsCanceled)
                throw new OperationCanceledException();
            var letters = result.Buffer.Slice(0, Math.Min(block.Length, result.Buffer.Length / GroupSize * GroupSize));
            if (letters.IsEmpty)
            {
                inner.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                if (!result.IsCompleted)
                    continue;
                if (!result.Buffer.IsEmpty)
                    throw Malformed();
                return;
            }
            letters.CopyTo(block);
            var end = PieceEnd(block.AsSpan(0, (int)letters.Length));
            inner.AdvanceTo(letters.GetPosition(end));
            decoded = block.AsMemory(0, Decode(block.AsSpan(0, end)));
            return;
        }
    }

    static int PieceEnd(ReadOnlySpan<byte> letters) =>
        letters.IndexOf((byte)'=') is var padding and >= 0 ? (padding / GroupSize + 1) * GroupSize : letters.Length;

    static int Decode(Span<byte> letters) =>
        Base64.DecodeFromUtf8InPlace(letters, out var count) == OperationStatus.Done && count > 0 ? count : throw Malformed();

    static BadHttpRequestException Malformed() => new("The request body is not Base64.", StatusCodes.Status400BadRequest);
}
