using System.Buffers;

namespace Tsunagu.Households.Records;

/// <summary>Keeps everything.</summary>
sealed class WholeFilter : FileFilter
{
    public override void Push(ReadOnlySpan<byte> data, IBufferWriter<byte> into) => into.Write(data);

    public override void Complete()
    {
    }
}
