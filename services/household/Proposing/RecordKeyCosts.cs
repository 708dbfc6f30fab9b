using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Proposing;

/// <summary>Which columns may identify a record, and how well they suit.</summary>
static class RecordKeyCosts
{
    /// <summary>Cost of a column that is taken only where nothing better tells records apart.</summary>
    public const double Unsuited = 20;

    const double Filled = 0.95;
    const int Longest = 30;

    /// <summary>Numbers given out by the system suit best, then the person, then when it began; what may change from one day to the next does not.</summary>
    public static IEnumerable<(SampleColumn Column, double Cost)> Of(
        SampleTable table, KeyFind keys, IReadOnlyList<DateFind> dates, PeriodFind period, PersonColumns? person, IReadOnlySet<int> forbidden)
    {
        var ends = period.Ends.Where(e => e != period.Start).Select(e => e.Column).ToHashSet();
        var named = person?.Kept().ToHashSet() ?? [];
        foreach (var column in table.Columns.Where(c => !forbidden.Contains(c.Index)))
        {
            var lasting = !ends.Contains(column) && !named.Contains(column.Name) && column.Filled >= table.Rows * Filled && IsLasting(column);
            yield return (column, (lasting ? CostOf(column, keys, dates, period) : Unsuited) + column.Index * 0.02);
        }
    }

    /// <summary>A name, an amount or a remark may be another tomorrow.</summary>
    static bool IsLasting(SampleColumn column) =>
        column.Shape is not (CellShape.Amount or CellShape.Kana) && !column.Values.Keys.Any(v => v.Length > Longest || v.Contains('\n'))
        && !HeaderWords.IsKana(column.Header) && !HeaderWords.IsPersonName(column.Header) && !HeaderWords.IsBirth(column.Header) && !HeaderWords.IsHousehold(column.Header)
        && !column.Header.Ends("額", "料", "数", "金", "残高", "率", "備考", "事項", "内容", "状態", "状況");

    static double CostOf(SampleColumn column, KeyFind keys, IReadOnlyList<DateFind> dates, PeriodFind period)
    {
        if (column == keys.Key?.Column || column == keys.Second?.Column)
            return 2;
        if (column == period.Start?.Column)
            return 2.6;
        if (dates.Any(d => d.Column == column))
            return column.Header.Has("申請", "届出") ? 2.7 : 3.2;
        if (column.Header.Has("年度"))
            return 2.2;
        if (column.Header.Has("番号", "NO", "BANGO", "記号") && !column.Header.Has("電話", "郵便"))
            return 1;
        if (column.Header.Length == 0)
            return column.Shape is CellShape.Digits or CellShape.Code ? 1.8 : 4;
        return column.Shape is CellShape.Digits or CellShape.Code || column.Header.Has("コード", "CD", "種類") ? 3 : 4;
    }
}
