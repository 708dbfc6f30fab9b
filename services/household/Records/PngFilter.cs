using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace Tsunagu.Households.Records;

/// <summary>
/// Keeps of a PNG the chunks that make the picture (https://www.w3.org/TR/png-3/): texts, times, Exif and whatever is not known are left out, and so is
/// everything behind its end.
/// </summary>
sealed class PngFilter : FileFilter
{
    const int HeadBytes = 8;
    const int SumBytes = 4;

    static readonly FrozenSet<string> Kept = new[]
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "pHYs", "acTL", "fcTL", "fdAT",
    }.ToFrozenSet();

    readonly byte[] head = new byte[HeadBytes];
    int filled;
    long left;
    bool keeps;
    bool signed;
    bool begun;
    bool ended;

    /// <summary>The first bytes of every PNG.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public override void Push(ReadOnlySpan<byte> data, IBufferWriter<byte> into)
    {
        while (!data.IsEmpty && !(ended && left == 0))
            data = data[(left > 0 ? Pass(data, into) : Collect(data, into))..];
    }

    public override void Complete()
    {
        if (!ended || left > 0)
            throw RecordErrors.Broken();
    }

    int Pass(ReadOnlySpan<byte> data, IBufferWriter<byte> into)
    {
        var part = (int)Math.Min(left, data.Length);
        if (keeps)
            into.Write(data[..part]);
        left -= part;
        return part;
    }

    int Collect(ReadOnlySpan<byte> data, IBufferWriter<byte> into)
    {
        var part = Math.Min(HeadBytes - filled, data.Length);
        data[..part].CopyTo(head.AsSpan(filled));
        filled += part;
        if (filled == HeadBytes)
        {
            filled = 0;
            Begin(into);
        }
        return part;
    }

    void Begin(IBufferWriter<byte> into)
    {
        if (!signed)
        {
            signed = head.AsSpan().SequenceEqual(Signature) ? true : throw RecordErrors.Broken();
            into.Write(head);
            return;
        }
        var (length, type) = (BinaryPrimitives.ReadUInt32BigEndian(head), Encoding.Latin1.GetString(head, 4, 4));
        // A critical chunk, told by its capital, that is not known makes a picture nobody can draw.
        if (length > int.MaxValue || !type.All(char.IsAsciiLetter) || (!begun && type != "IHDR") || (char.IsAsciiLetterUpper(type[0]) && !Kept.Contains(type)))
            throw RecordErrors.Broken();
        (begun, ended, keeps) = (true, type == "IEND", Kept.Contains(type));
        left = length + (long)SumBytes;
        if (keeps)
            into.Write(head);
    }
}
