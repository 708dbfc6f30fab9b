using System.Collections.Frozen;
using System.Text;

namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>
/// The form in which names and kana are compared: full-width katakana without voicing marks, small kana as large ones, no
/// spaces, long marks or middle dots, Latin letters narrow and upper-case, kanji that differ in shape alone (髙 高) as one.
/// </summary>
/// <remarks>Written out because the invariant globalization mode leaves Unicode normalisation (NFKC) undone.</remarks>
public static class SearchText
{
    const string Dropped = "ーｰ－-‐‑‒–—―−~～〜・･゛゜ﾞﾟ\u3099\u309A";
    const string Varied =
        "ァィゥェォッャュョヮヵヶガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴヷヸヹヺ" +
        "ｦｧｨｩｪｫｬｭｮｯｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ";
    const string Plain =
        "アイウエオツヤユヨワカケカキクケコサシスセソタチツテトハヒフヘホハヒフヘホウワヰヱヲ" +
        "ヲアイウエオヤユヨツアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    static readonly FrozenDictionary<char, char> Bases = Varied.Zip(Plain).ToFrozenDictionary(pair => pair.First, pair => pair.Second);
    static readonly FrozenSet<char> Marks = Dropped.ToFrozenSet();

    /// <summary>The search form of a text. Folding it again changes nothing.</summary>
    /// <param name="text">A name or its kana in any width or script.</param>
    /// <returns>Empty when nothing comparable is left.</returns>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var glyph in text.EnumerateRunes())
            if (!IsDropped(glyph)) _ = folded.Append(GlyphVariants.Join(glyph.IsBmp ? new Rune(Fold((char)glyph.Value)) : glyph));
        return folded.ToString();
    }

    static bool IsDropped(Rune glyph) => Rune.IsWhiteSpace(glyph) || (glyph.IsBmp && Marks.Contains((char)glyph.Value));

    static char Fold(char letter)
    {
        var katakana = letter is >= '\u3041' and <= '\u3096' ? (char)(letter + 0x60) : letter;
        var narrow = katakana is >= '\uFF01' and <= '\uFF5E' ? (char)(katakana - 0xFEE0) : katakana;
        return char.ToUpperInvariant(Bases.GetValueOrDefault(narrow, narrow));
    }
}
