using System.Buffers;

namespace Grpc.Shared;

/// <summary>A growing buffer of pooled memory.</summary>
sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    byte[] buffer = [];

    internal int Length { get; private set; }

    internal ReadOnlyMemory<byte> Written => buffer.AsMemory(0, Length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(buffer.Length - Length), nameof(count));
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return buffer.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        Length = 0;
    }

    internal void Reserve(int size)
    {
        if (buffer.Length - Length >= size)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(Length + size), (int)Math.Min(Array.MaxLength, 2L * Length)));
        buffer.AsSpan(0, Length).CopyTo(larger);
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
