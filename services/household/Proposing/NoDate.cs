namespace Tsunagu.Households.Proposing;

/// <summary>Values that stand in date columns and mean that there is no date.</summary>
static class NoDate
{
    static readonly string[] Words =
        ["-", "--", "ー", "―", "‐", "*", "なし", "無し", "無", "未定", "該当なし", "NULL", "未", "期限なし", "無期限", "不明", "不詳"];

    /// <summary>True for all zeros, all nines, the year 9999, the era year 99 and a few words, whatever stands between the digits.</summary>
    public static bool Is(string folded)
    {
        if (Words.Contains(folded))
            return true;
        if (folded.Any(c => !char.IsAsciiDigit(c) && !"/-.年月日 MTSHRmtshr明治大正昭和平成令".Contains(c)))
            return false;
        var digits = string.Concat(folded.Where(char.IsAsciiDigit));
        if (digits.Length == 0 || (char.IsAsciiLetter(folded[0]) && digits.Length > 6))
            return false;
        return digits.All(c => c == '0') || (digits.Length >= 5 && digits.All(c => c == '9'))
            || (digits.Length is 6 or 8 && digits.StartsWith("9999", StringComparison.Ordinal)) || IsEraYear99(folded, digits);
    }

    static bool IsEraYear99(string folded, string digits) =>
        char.IsAsciiDigit(folded[0])
            ? digits.Length == 7 && folded.Length == 7 && folded[0] is >= '1' and <= '5' && folded.AsSpan(1).StartsWith("99")
            : digits.Length is 4 or 6 && digits.StartsWith("99", StringComparison.Ordinal);
}
