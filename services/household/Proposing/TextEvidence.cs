using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Proposing;

/// <summary>How well bytes read as Japanese text in one encoding.</summary>
/// <param name="Encoding">As in a layout.</param>
/// <param name="Chars">Characters read.</param>
/// <param name="Telling">Characters beyond ASCII, which alone tell encodings apart.</param>
/// <param name="Invalid">Bytes that mean nothing in it.</param>
/// <param name="Strange">Characters that exist, but that no Japanese office writes.</param>
/// <param name="HalfKana">Half-width kana, which any byte above A0 looks like in code page 932.</param>
readonly record struct TextEvidence(string Encoding, int Chars, int Telling, int Invalid, int Strange, int HalfKana)
{
    const int Slice = 1 << 15;

    /// <summary>Share of what cannot be meant, 0 to 1 and more; 0 when nothing beyond ASCII was read.</summary>
    public double Faults => Telling == 0 ? 0 : (2.0 * Invalid + Strange) / Telling;

    /// <summary>Reads the bytes; a character cut by their end does not count.</summary>
    public static TextEvidence Of(string encoding, ReadOnlySpan<byte> bytes)
    {
        var decoder = SourceDecoder.Create(encoding) ?? throw new InvalidDataException($"encoding {encoding}");
        var chars = new char[decoder.MostChars(Slice)];
        var evidence = new TextEvidence(encoding, 0, 0, 0, 0, 0);
        for (var from = 0; from < bytes.Length; from += Slice)
        {
            var count = decoder.Decode(bytes[from..Math.Min(from + Slice, bytes.Length)], chars, last: false);
            evidence = evidence.Add(chars.AsSpan(0, count));
        }
        return evidence;
    }

    TextEvidence Add(ReadOnlySpan<char> text)
    {
        var (telling, invalid, strange, halfKana) = (Telling, Invalid, Strange, HalfKana);
        foreach (var c in text)
        {
            if (c is (>= ' ' and < '\u007F') or '\t' or '\r' or '\n')
                continue;
            telling++;
            if (c == SourceDecoder.Invalid)
                invalid++;
            else if (c is >= '｡' and <= 'ﾟ')
                halfKana++;
            else if (!IsWritten(c))
                strange++;
        }
        return new TextEvidence(Encoding, Chars + text.Length, telling, invalid, strange, halfKana);
    }

    /// <summary>Kana, kanji, width forms, signs of Japanese typography, 外字; the end-of-file mark of old systems and a stray byte order mark.</summary>
    static bool IsWritten(char c) => c is (>= '\u3000' and <= '\u33FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF')
        or (>= '\uF900' and <= '\uFAFF') or (>= '！' and <= '～') or (>= '\uFFE0' and <= '\uFFE6') or (>= '\u2010' and <= '\u2312')
        or (>= '\u2460' and <= '\u27BF') or (>= '\uD800' and <= '\uDFFF') or (>= '\uE000' and <= '\uE757')
        or '§' or '¨' or '°' or '±' or '´' or '¶' or '×' or '÷' or '\u00A0' or '\u001A' or '\uFEFF';
}
