using System.Text;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Domain;

/// <summary>
/// The one form in which names are compared here: the suite's search text with every mark left out. Applied to
/// what is stored and to what is asked.
/// </summary>
static class SearchForm
{
    /// <summary>Raised when the form changes, so that unchanged rows of the next file are written again.</summary>
    public const int Version = 1;

    /// <summary>Empty when nothing of the text can be searched for.</summary>
    public static string Of(string text)
    {
        var form = new StringBuilder(text.Length);
        foreach (var rune in SearchText.Fold(TextFold.Width(text)).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == '々')
                _ = form.Append(rune.ToString());
        }
        return form.ToString();
    }
}
