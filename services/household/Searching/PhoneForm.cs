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

    /// <summary>Keys of a stored number.</summary>
    public static IEnumerable<int> Keys(string digits)
    {
        if (digits.Length < ShortestEnd)
            yield break;
        yield return SearchKey.Of(KeyKind.Phone, digits);
        yield return SearchKey.Of(KeyKind.PhoneEnd, digits.AsSpan(digits.Length - ShortestEnd));
    }
}
