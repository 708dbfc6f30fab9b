namespace Tsunagu.Households.Domain;

/// <summary>宛名番号 and 世帯番号: 15 digits with leading zeros; two separate number spaces of one shape.</summary>
static class RegisterNumber
{
    public const int Length = 15;

    /// <summary>Gives the 15-digit form of a number that may be full-width, spaced, or have lost its leading zeros.</summary>
    /// <returns>False when the text holds anything but 1 to 15 digits, or only zeros.</returns>
    public static bool TryNormalize(ReadOnlySpan<char> text, out string number)
    {
        Span<char> digits = stackalloc char[Length];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                continue;
            var digit = c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c;
            // A leading zero carries nothing, so a number padded beyond 15 digits is still the same number.
            if (digit == '0' && count == 0)
                continue;
            if (!char.IsAsciiDigit(digit) || count == Length)
            {
                number = "";
                return false;
            }
            digits[count++] = digit;
        }
        number = count == 0 ? "" : new string(digits[..count]).PadLeft(Length, '0');
        return count > 0;
    }
}
