using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Proposing;

/// <summary>The date columns of a file, those without a single date included.</summary>
static class DateColumns
{
    /// <summary>In file order.</summary>
    public static IReadOnlyList<DateFind> Of(IReadOnlyList<SampleColumn> columns, DateOnly today)
    {
        var seen = columns.Select(c => DateGuess.Of(c, today)).OfType<DateFind>().ToList();
        var empty = columns.Where(c => seen.TrueForAll(s => s.Column != c)).Select(c => Unseen(c, seen)).OfType<DateFind>();
        return [.. seen.Concat(empty).OrderBy(d => d.Column.Index)];
    }

    /// <summary>Columns that are named like a date but whose values no style reads.</summary>
    public static IEnumerable<SampleColumn> Unread(IReadOnlyList<SampleColumn> columns, IReadOnlyList<DateFind> found) =>
        columns.Where(c => (HeaderWords.IsBirth(c.Header) || c.Header.Ends("年月日", "YMD", "DATE", "年月", "日付") || (c.Header.Ends("日") && c.Shape is CellShape.Digits))
            && c.Values.Keys.Any(v => !NoDate.Is(v)) && found.All(f => f.Column != c));

    /// <summary>A column of blanks and no-date values: its name and its neighbours tell what it would hold.</summary>
    static DateFind? Unseen(SampleColumn column, List<DateFind> seen)
    {
        if (!column.Values.Keys.All(NoDate.Is) || HeaderWords.IsPlainNumber(column.Header))
            return null;
        var none = DateGuess.RawNone(column, column.Values.Keys.ToHashSet());
        var own = column.Values.Keys.Select(StyleOfNone).OfType<string>().FirstOrDefault();
        var named = HeaderWords.IsDate(column.Header);
        var styles = seen.Where(s => !HeaderWords.IsBirth(s.Column.Header) && s.Style != DatePattern.Any && !s.Style.Contains('|')).Select(s => s.Style).ToList();
        if (own is not null && (named || styles.Contains(own) || own.Contains('-') || own.Contains('/')))
        {
            // Eight zeros also stand for no date beside dates of another style.
            var certainty = styles.Count == 0 || styles.Contains(own) ? Certainty.Likely : Certainty.Unsure;
            return new DateFind(column, styles.Count == 0 || styles.Contains(own) ? own : styles[^1], none, certainty, Seen: false);
        }
        if (!named || styles.Count == 0)
            return null;
        return new DateFind(column, Common(styles), none, styles.Count > 1 && styles.Distinct().Count() == 1 ? Certainty.Likely : Certainty.Unsure, Seen: false);
    }

    static string Common(List<string> styles) => styles.CountBy(s => s).MaxBy(s => s.Value).Key;

    static string? StyleOfNone(string none) => none switch
    {
        "00000000" or "99999999" or "99991231" => "yyyyMMdd",
        "0000000" or "9999999" => "NyyMMdd",
        "9999-12-31" or "0000-00-00" or "9999-99-99" => "yyyy-MM-dd",
        "9999/12/31" or "0000/00/00" or "9999/99/99" => "yyyy/MM/dd",
        _ => null,
    };
}
