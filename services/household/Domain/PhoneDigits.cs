namespace Tsunagu.Households.Domain;

/// <summary>Telephone numbers as digits.</summary>
static class PhoneDigits
{
    const string Japan = "81";

    /// <summary>The digits of one number, those of Japan without the country code; empty when there is none.</summary>
    public static string Of(string text)
    {
        var wide = TextFold.Width(text);
        var digits = string.Concat(wide.Where(char.IsAsciiDigit));
        // +81 (0)3 and +81 3 are both 03.
        return wide.TrimStart().StartsWith('+') && digits.StartsWith(Japan, StringComparison.Ordinal) ? $"0{digits[Japan.Length..].TrimStart('0')}" : digits;
    }
}
