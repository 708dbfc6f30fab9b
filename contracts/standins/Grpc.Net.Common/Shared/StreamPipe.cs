using System.Buffers;
using System.IO.Pipelines;

namespace Grpc.Shared;

/// <summary>Reads a stream through one pooled buffer; the framework's own reader makes four more objects for each stream.</summary>
sealed class StreamPipe(Stream stream) : PipeReader
{
    const int FirstSize = 4 * 1024;

    byte[] buffer = [];
    int start;
    int end;
    int examined;
    bool atEnd;
    bool cancelled;

    public override bool TryRead(out ReadResult result)
    {
        var isReady = end > examined || atEnd || cancelled;
        result = isReady ? Result() : default;
        return isReady;
    }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
        TryRead(out var ready) ? new ValueTask<ReadResult>(ready) : ReadMoreAsync(cancellationToken);

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        var last = Unread();
        this.examined = start + (int)last.Slice(0, examined).Length;
        start += (int)last.Slice(0, consumed).Length;
        if (start == end)
            start = end = this.examined = 0;
    }

    public override void CancelPendingRead() => cancelled = true;

    public override void Complete(Exception? exception = null)
    {
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        start = end = examined = 0;
    }

    async ValueTask<ReadResult> ReadMoreAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var count = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
        atEnd = count == 0;
        end += count;
        return Result();
    }

    void MakeRoom()
    {
        if (end < buffer.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstSize, 2 * (end - start)));
        buffer.AsSpan(start, end - start).CopyTo(larger);
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        (buffer, examined, end, start) = (larger, examined - start, end - start, 0);
    }

    ReadResult Result()
    {
        var result = new ReadResult(Unread(), cancelled, atEnd);
        cancelled = false;
        return result;
    }

    ReadOnlySequence<byte> Unread() => new(buffer, start, end - start);
}
