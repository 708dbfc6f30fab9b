using System.Text;

namespace Tsunagu.Households.Parsing;

/// <summary>Turns the bytes of a file into characters as they arrive; bytes of no meaning become <see cref="Invalid"/>.</summary>
abstract class SourceDecoder
{
    /// <summary>Stands for bytes that the encoding does not define. A noncharacter: no valid text contains it.</summary>
    public const char Invalid = '\uFFFF';

    /// <summary>False when the text holds what stands for such bytes, or a NUL, which no text of the database holds.</summary>
    public static bool IsSound(ReadOnlySpan<char> text) => text.IndexOfAny(Invalid, '\0') < 0;

    /// <summary>Room that <paramref name="bytes"/> bytes may need.</summary>
    public abstract int MostChars(int bytes);

    /// <summary>Decodes one piece; a character cut by its end is kept for the next one unless <paramref name="last"/>.</summary>
    /// <returns>Characters written.</returns>
    public abstract int Decode(ReadOnlySpan<byte> bytes, Span<char> chars, bool last);

    /// <summary>Null for an encoding that is not supported.</summary>
    public static SourceDecoder? Create(string encoding) => encoding switch
    {
        "cp932" => new Cp932Decoder(),
        "euc-jp" => new EucJpDecoder(),
        "utf-8" => new UnicodeDecoder(Encoding.UTF8),
        "utf-16le" => new UnicodeDecoder(Encoding.Unicode),
        "utf-16be" => new UnicodeDecoder(Encoding.BigEndianUnicode),
        _ => null,
    };
}
