using System.Buffers.Text;
using System.IO.Pipelines;

namespace Grpc.AspNetCore.Web.Internal;

/// <summary>Writes Base64: whole groups while bytes come in, padding where a flush ends a piece.</summary>
sealed class Base64PipeWriter(PipeWriter inner) : PipeWriter
{
    const int Piece = 3 * 1024;

    byte[] plain = [];
    int length;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => length + (inner.CanGetUnflushedBytes ? inner.UnflushedBytes : 0);

    public override void Advance(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)bytes, (uint)(plain.Length - length), nameof(bytes));
        length += bytes;
    }

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        var wanted = Math.Max(sizeHint, 1);
        if (plain.Length - length < wanted)
            MakeRoom(wanted);
        return plain.AsMemory(length);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        Pad();
        return inner.FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
        if (exception is null)
            Pad();
        inner.Complete(exception);
    }

    /// <summary>Ends the piece; what follows begins a new one.</summary>
    internal void Pad()
    {
        Encode(length);
        length = 0;
    }

    void MakeRoom(int wanted)
    {
        var whole = length - length % 3;
        Encode(whole);
        var rest = plain.AsSpan(whole, length - whole);
        var roomy = plain.Length - rest.Length >= wanted ? plain : new byte[Math.Max(Piece, rest.Length + wanted)];
        rest.CopyTo(roomy);
        (plain, length) = (roomy, rest.Length);
    }

    void Encode(int count)
    {
        for (var at = 0; at < count; at += Piece)
        {
            var bytes = plain.AsSpan(at, Math.Min(Piece, count - at));
            Base64.EncodeToUtf8(bytes, inner.GetSpan(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var written);
            inner.Advance(written);
        }
    }
}
