using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Proposing;

/// <summary>What is to be said about dates.</summary>
static class DateFindings
{
    /// <summary>Style and no-date values of each column, columns that could not be read, and the bounds of a record.</summary>
    public static IEnumerable<Finding> Of(IReadOnlyList<DateFind> dates, IEnumerable<SampleColumn> unread, LayoutDraft draft)
    {
        foreach (var date in dates)
        {
            yield return new(FindingCodes.Date, date.Column.Name, date.Certainty, date switch
            {
                { Certainty: Certainty.Unsure } => $"日付({date.Style})と思われますが、確かではありません。",
                { Seen: false } => $"日付が一つもありません。ほかの列と同じ書き方({date.Style})とみなします。",
                { Style: DatePattern.Any } => "日付は手入力で、いくつかの書き方が混ざっています。",
                _ => $"日付の書き方は{date.Style}です。",
            });
            foreach (var none in date.None)
                yield return new(FindingCodes.NoDateValue, date.Column.Name, Certainty.Likely, $"「{none}」は日付なしとして扱います。");
        }
        foreach (var column in unread)
            yield return new(FindingCodes.Date, column.Name, Certainty.Unsure, "日付の列と思われますが、書き方を読み取れません。");
        if (draft.Layout.Resident is not null)
            yield break;
        if (draft.Period.Start is { } start)
            yield return new(FindingCodes.Start, start.Column.Name, draft.Period.StartCertainty, "この日から有効な記録とします。");
        else
            yield return new(FindingCodes.Start, "", Certainty.Open, "開始日の列が見つかりません。");
        foreach (var end in draft.Period.Ends)
            yield return new(FindingCodes.End, end.Column.Name, draft.Period.EndCertainty, "この日までの記録とします。");
    }
}
