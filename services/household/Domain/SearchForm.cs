using System.Text;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Domain;

/// <summary>
/// The one form in which texts are compared here: the suite's search text with every mark left out, glyph variants as one, 々 written out.
/// Applied to what is stored and to what is asked.
/// </summary>
static class SearchForm
{
    /// <summary>Raised when the form or the keys made of it change, so that what was stored is written again.</summary>
    public const int Version = 2;

    const char Repeat = '々';

    /// <summary>Empty when nothing of the text can be searched for.</summary>
    public static string Of(string text) => Of(text, keepUnmapped: false);

    /// <summary>As <see cref="Of(string)"/>, with 〓 where the source could not carry a glyph.</summary>
    public static string WithUnmapped(string text) => Of(Glyphs.Display(text), keepUnmapped: true);

    static string Of(string text, bool keepUnmapped)
    {
        var form = new StringBuilder(text.Length);
        foreach (var rune in SearchText.Fold(TextFold.Width(text)).EnumerateRunes())
        {
            // Variation selectors, like every other mark, are neither letter nor digit.
            if (rune.Value == Repeat && form.Length > 0)
                _ = form.Append(form[^1]);
            else if (Rune.IsLetterOrDigit(rune) || (keepUnmapped && rune.Value == Glyphs.Unmapped))
                _ = form.Append(NameGlyphs.Join(rune).ToString());
        }
        return form.ToString();
    }
}
