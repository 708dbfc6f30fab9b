using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>A telephone number as it is compared: its digits, those of Japan without the country code.</summary>
static class PhoneForm
{
    /// <summary>Fewest digits by which a number is looked for from its end.</summary>
    public const int ShortestEnd = 4;

    /// <summary>Fewest digits of a number with its area code.</summary>
    public const int ShortestWhole = 9;

    /// <summary>Most digits of a number.</summary>
    public const int Longest = 15;

    const string Japan = "81";

    /// <summary>Empty when there is no digit.</summary>
    public static string Of(string text)
    {
        var wide = TextFold.Width(text);
        var digits = string.Concat(wide.Where(char.IsAsciiDigit));
        return wide.TrimStart().StartsWith('+') && digits.StartsWith(Japan, StringComparison.Ordinal) ? $"0{digits[Japan.Length..].TrimStart('0')}" : digits;
    }

    /// <summary>Keys of a stored number.</summary>
    public static IEnumerable<int> Keys(string digits)
    {
        if (digits.Length < ShortestEnd)
            yield break;
        yield return SearchKey.Of(KeyKind.Phone, digits);
        yield return SearchKey.Of(KeyKind.PhoneEnd, digits.AsSpan(digits.Length - ShortestEnd));
    }
}
