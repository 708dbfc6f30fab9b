using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Proposing;

/// <summary>Whether a column holds dates, and how it writes them.</summary>
static class DateGuess
{
    // Rows that are defective on purpose or by hand leave at least this share readable.
    const double Sound = 0.9;
    const double Half = 0.5;

    // A style that a few percent of the cells have is one of several by hand; one cell of it is a slip.
    const double Minor = 0.03;
    const int FarYears = 60;
    const int FewBrief = 5;

    /// <summary>Null when the column holds no dates, or none that could be told.</summary>
    public static DateFind? Of(SampleColumn column, DateOnly today)
    {
        var none = column.Values.Keys.Where(NoDate.Is).ToHashSet();
        var dated = column.Values.Where(v => !none.Contains(v.Key)).ToList();
        var filled = dated.Sum(v => v.Value);
        if (filled == 0 || HeaderWords.IsHousehold(column.Header) || HeaderWords.IsKey(column.Header))
            return null;
        var written = dated.Where(v => DateForm.Of(v.Key) is not null).Sum(v => v.Value);
        return written >= filled * Half
            ? Written(column, dated, filled, none, today)
            : BareDate.Of(column, dated, none, today);
    }

    /// <summary>True for a style without a day.</summary>
    public static bool IsMonth(string style) => style != DatePattern.Any && !style.Contains('d');

    /// <summary>Value of no date as the file writes it, for each in folded form.</summary>
    public static IReadOnlyList<string> RawNone(SampleColumn column, IReadOnlySet<string> none) => none.Count == 0
        ? []
        : [.. column.Cells.Index().Where(c => none.Contains(c.Item)).Select(c => column.Raw[c.Index].Trim()).Distinct().Take(5)];

    /// <summary>Share of the filled cells that a style reads as a day that may be meant; a far 31 December is no date.</summary>
    public static double Share(string style, IReadOnlyList<KeyValuePair<string, int>> dated, DateOnly today)
    {
        var pattern = DatePattern.Create(style);
        var all = dated.Sum(v => v.Value);
        var month = IsMonth(style);
        return pattern is null || all == 0
            ? 0
            : (double)dated.Where(v => pattern.Parse(v.Key) is { } date && (date.Day is not null || month ? date.Month is not null : true)
                && date.Year >= 1868 && date.Year <= today.Year + FarYears).Sum(v => v.Value) / all;
    }

    static DateFind? Written(
        SampleColumn column, List<KeyValuePair<string, int>> dated, int filled, HashSet<string> none, DateOnly today)
    {
        var styles = Styles(dated, filled).ToList();
        if (styles.Count == 0)
            return null;
        var style = string.Join('|', styles);
        // Where hands typed two styles they will type a third.
        if (styles.Count > 1 && Share(DatePattern.Any, dated, today) >= Share(style, dated, today))
            style = DatePattern.Any;
        var pattern = DatePattern.Create(style);
        foreach (var far in dated.Where(v => DateForm.Of(v.Key) is not { Era: "", Year: 2 } && pattern?.Parse(v.Key) is { Month: 12, Day: 31 } date && date.Year > today.Year + FarYears).ToList())
        {
            _ = none.Add(far.Key);
            _ = dated.Remove(far);
        }
        var brief = dated.Exists(v => DateForm.Of(v.Key) is { Era: "", Year: 2 });
        // Two digits are read as a year of this century, which birth dates are not.
        var share = Share(style, dated, brief ? today.AddYears(100) : today);
        var named = HeaderWords.IsDate(column.Header);
        if ((HeaderWords.IsPlainNumber(column.Header) && !named) || share < (brief ? Sound : Half) || (brief && !named && dated.Count < FewBrief))
            return null;
        var certainty = share < Sound ? Certainty.Unsure
            : brief ? ShortYear(dated, named, column, today)
            : named || dated.Count >= 2 ? Certainty.Certain
            : Certainty.Likely;
        return new DateFind(column, style, RawNone(column, none), certainty, Seen: true);
    }

    /// <summary>The patterns in use, the most frequent first.</summary>
    static IEnumerable<string> Styles(List<KeyValuePair<string, int>> dated, int filled)
    {
        var groups = new Dictionary<DateForm, (int Count, DatePadding Padding)>();
        foreach (var (text, count) in dated)
        {
            foreach (var form in DateForm.Of(text) is { } written ? [written] : DateForm.OfDigits(text).Take(1))
            {
                var (sum, padding) = groups.GetValueOrDefault(form);
                groups[form] = (sum + count, padding.Add(text));
            }
        }
        return groups.Where(g => g.Value.Count >= Math.Max(2, filled * Minor) || g.Value.Count >= filled * Half)
            .OrderByDescending(g => g.Value.Count)
            .Select(g => g.Key.Pattern(g.Value.Padding.PadsYear, g.Value.Padding.Pads))
            .Distinct();
    }

    /// <summary>05/10/11 may be of 2005 or of the fifth year of an era, and a birth date of either century.</summary>
    static Certainty ShortYear(List<KeyValuePair<string, int>> dated, bool named, SampleColumn column, DateOnly today)
    {
        var latest = dated.Select(v => DatePattern.Create("yy/M/d|yy-M-d|yy.M.d")?.Parse(v.Key)?.Year ?? 0).Max();
        return named && !HeaderWords.IsBirth(column.Header) && latest - 2000 > today.Year - 2018 + 5 ? Certainty.Likely : Certainty.Unsure;
    }
}
