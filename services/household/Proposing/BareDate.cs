using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Proposing;

/// <summary>Dates that are nothing but digits, which record numbers, amounts and codes are as well.</summary>
static class BareDate
{
    const double Sound = 0.9;
    const double Half = 0.5;

    /// <summary>Null when the digits are no dates, or more probably something else.</summary>
    public static DateFind? Of(SampleColumn column, List<KeyValuePair<string, int>> dated, HashSet<string> none, DateOnly today)
    {
        if (HeaderWords.IsPlainNumber(column.Header) && !HeaderWords.IsDate(column.Header))
            return null;
        var digits = dated.Where(v => v.Key.All(char.IsAsciiDigit)).ToList();
        var all = dated.Sum(v => v.Value);
        var length = digits.CountBy(v => v.Key.Length).OrderByDescending(l => l.Value).Select(l => l.Key).FirstOrDefault();
        if (digits.Where(v => v.Key.Length == length).Sum(v => v.Value) < all * Half)
            return null;
        _ = dated.RemoveAll(v => length == 8 && v.Key.EndsWith("1231", StringComparison.Ordinal) && IsFar(v.Key, today) && none.Add(v.Key));
        var (style, certainty) = length switch
        {
            8 => Eight(column, dated, today),
            7 => Seven(column, dated, today),
            6 => Six(column, dated, today),
            5 when HeaderWords.IsDate(column.Header) => (DateGuess.Share("NyyMM", dated, today) >= Sound ? "NyyMM" : "", Certainty.Unsure),
            _ => ("", Certainty.Unsure),
        };
        return style.Length == 0 ? null : new DateFind(column, style, DateGuess.RawNone(column, none), certainty, Seen: true);
    }

    static bool IsFar(string digits, DateOnly today) =>
        DatePattern.Create("yyyyMMdd")?.Parse(digits) is { } date && date.Year > today.Year + 60;

    static (string Style, Certainty) Eight(SampleColumn column, List<KeyValuePair<string, int>> dated, DateOnly today)
    {
        var share = DateGuess.Share("yyyyMMdd", dated, today);
        if (share < Sound)
            return share >= Half && HeaderWords.IsDate(column.Header) ? ("yyyyMMdd", Certainty.Unsure) : ("", Certainty.Unsure);
        // One number in thirty thousand is a day of the last two centuries: three different ones are no chance.
        return ("yyyyMMdd", HeaderWords.IsDate(column.Header) || dated.Count >= 3 ? Certainty.Certain : Certainty.Unsure);
    }

    static (string Style, Certainty) Seven(SampleColumn column, List<KeyValuePair<string, int>> dated, DateOnly today)
    {
        var share = DateGuess.Share("NyyMMdd", dated, today);
        var named = HeaderWords.IsDate(column.Header);
        if (share < Sound)
            return share >= Half && named ? ("NyyMMdd", Certainty.Unsure) : ("", Certainty.Unsure);
        // Postal codes of one town are days of one month.
        var pattern = DatePattern.Create("NyyMMdd");
        var months = dated.Select(v => pattern?.Parse(v.Key)).Select(d => (d?.Year, d?.Month)).Distinct().Count();
        return ("NyyMMdd", named ? Certainty.Certain : dated.Count >= 10 && months >= 5 ? Certainty.Likely : Certainty.Unsure);
    }

    static (string Style, Certainty) Six(SampleColumn column, List<KeyValuePair<string, int>> dated, DateOnly today)
    {
        var month = DateGuess.Share("yyyyMM", dated, today) >= Sound;
        var day = DateGuess.Share("yyMMdd", dated, today) >= Sound;
        var named = HeaderWords.IsDate(column.Header);
        var namedMonth = column.Header.Has("年月", "YM") && !column.Header.Has("年月日", "YMD");
        return (month, day) switch
        {
            (true, _) when namedMonth => ("yyyyMM", Certainty.Certain),
            (true, false) when column.Header.Ends("月") => ("yyyyMM", Certainty.Certain),
            (true, false) when !named && column.Header.Length == 0 && IsRun(dated, today) => ("yyyyMM", Certainty.Likely),
            (true, false) => ("yyyyMM", Certainty.Unsure),
            (true, true) when named => (namedMonth ? "yyyyMM" : "yyMMdd", Certainty.Unsure),
            (false, true) when named || (column.Header.Length == 0 && dated.Count >= 10) => ("yyMMdd", Certainty.Unsure),
            _ => ("", Certainty.Unsure),
        };
    }

    /// <summary>Months of a few years up to now, each of them many times: no amount is like that.</summary>
    static bool IsRun(List<KeyValuePair<string, int>> dated, DateOnly today) =>
        dated.Count >= 3 && dated.Sum(v => v.Value) >= dated.Count * 4
        && dated.All(v => DatePattern.Create("yyyyMM")?.Parse(v.Key) is not { } m || (m.Year >= today.Year - 15 && m.Year <= today.Year + 2));
}
