using System.Text;

namespace Tsunagu.Households.Parsing;

/// <summary>UTF-8 and UTF-16; a byte order mark at the start is dropped.</summary>
sealed class UnicodeDecoder : SourceDecoder
{
    const char ByteOrderMark = '\uFEFF';

    readonly Decoder decoder;
    bool started;

    public UnicodeDecoder(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = new DecoderReplacementFallback(Invalid.ToString());
        decoder = strict.GetDecoder();
    }

    public override int MostChars(int bytes) => bytes + 2;

    public override int Decode(ReadOnlySpan<byte> bytes, Span<char> chars, bool last)
    {
        var count = decoder.GetChars(bytes, chars, last);
        if (started || count == 0)
            return count;
        started = true;
        if (chars[0] != ByteOrderMark)
            return count;
        chars[1..count].CopyTo(chars);
        return count - 1;
    }
}
