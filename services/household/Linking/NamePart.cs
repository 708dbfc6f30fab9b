using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Linking;

/// <summary>A part of a name.</summary>
/// <param name="Written">In one width and one kana script, upper case, voicing and small kana kept.</param>
/// <param name="Folded">In search form.</param>
readonly record struct NamePart(string Written, string Folded)
{
    public static NamePart Of(string text)
    {
        var written = string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.ToUpperInvariant(TextFold.Katakana(source[i]));
        });
        return new NamePart(written, SearchForm.Of(written));
    }

    /// <summary>True when a glyph is missing, so that what is left cannot contradict another spelling.</summary>
    public bool Incomplete => Glyphs.Incomplete(Written);
}
