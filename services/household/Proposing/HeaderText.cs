using System.Text;
using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Proposing;

/// <summary>Column names in the one form in which words are looked for in them.</summary>
static class HeaderText
{
    /// <summary>Half-width, upper-case, without spaces and separators.</summary>
    public static string Fold(string header)
    {
        var folded = new StringBuilder(header.Length);
        foreach (var c in TextFold.Width(header))
        {
            if (!char.IsWhiteSpace(c) && !"_-・()[]{}【】「」.:：*※/".Contains(c))
                folded.Append(char.ToUpperInvariant(c));
        }
        return folded.ToString();
    }

    /// <summary>True when the folded header holds one of the words.</summary>
    public static bool Has(this string folded, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (folded.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>True when the folded header ends in one of the words.</summary>
    public static bool Ends(this string folded, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (folded.EndsWith(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
