using System.Buffers;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Records;

/// <summary>Reads a file as it comes and passes on what may be kept of it.</summary>
abstract class FileFilter
{
    /// <summary>The next piece, cut anywhere.</summary>
    /// <exception cref="Refusal">FILE_BROKEN, FILE_KIND_REFUSED.</exception>
    public abstract void Push(ReadOnlySpan<byte> data, IBufferWriter<byte> into);

    /// <summary>That was all.</summary>
    /// <exception cref="Refusal">FILE_BROKEN, FILE_KIND_REFUSED.</exception>
    public abstract void Complete();
}
