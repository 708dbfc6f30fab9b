using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Proposing;

/// <summary>Whether a file ends in a total line.</summary>
static class TrailerGuess
{
    static readonly string[] Totals = ["合計", "総計", "総合計", "小計", "件数", "計", "トータル", "TOTAL", "COUNT", "レコード数", "以上", "END", "EOF", "トレーラ", "TRAILER"];

    /// <summary>Its first cell, by which it is known in every file; null when there is none or when that cell changes with the file.</summary>
    public static (string? FirstCell, Certainty Certainty) Of(IReadOnlyList<SourceRecord> data, ColumnShapes shapes, bool whole)
    {
        if (!whole)
            return (null, Certainty.Open);
        if (data is [] or [_] || data[^1] is not { Problem: null, Fields: [var first, ..] fields })
            return (null, Certainty.Certain);
        var name = HeaderText.Fold(first);
        var (fits, foreign, filled) = shapes.Compare(fields);
        var odd = fields.Length != shapes.Common.Count;
        var total = name.Length > 0 && name.Has(Totals) && (odd || foreign > 0 || filled * 2 < fields.Length);
        if (total && !Seen(data, first))
            return name.Any(char.IsAsciiDigit) ? (null, Certainty.Unsure) : (first.Trim(), Certainty.Certain);
        // Fewer cells alone are a defect, not a total.
        var stray = fits == 0 && foreign > 0 && filled * 3 <= shapes.Common.Count && !Seen(data, first);
        return stray ? (first.Trim().Length > 0 ? first.Trim() : null, Certainty.Unsure) : (null, Certainty.Certain);
    }

    static bool Seen(IReadOnlyList<SourceRecord> data, string first) =>
        data.Take(data.Count - 1).Any(r => r.Fields is [var cell, ..] && cell.Trim() == first.Trim());
}
