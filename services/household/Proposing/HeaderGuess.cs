using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Proposing;

/// <summary>How many lines of a file come before its first record.</summary>
static class HeaderGuess
{
    const int LongestName = 200;

    /// <summary>0, 1 or 2. A line whose cells cannot be data of their columns is a header; names stand on the last one.</summary>
    public static (int Rows, Certainty Certainty) Of(IReadOnlyList<SourceRecord> records, ColumnShapes shapes)
    {
        var first = Judge(records, 0, shapes);
        var second = Judge(records, 1, shapes);
        return (first, second) switch
        {
            ({ IsHeader: true }, { IsHeader: true, Strong: true }) => (2, first.Strong ? Certainty.Certain : Certainty.Unsure),
            ({ IsHeader: true, Shaped: true }, _) => (1, first.Strong && second.IsData ? Certainty.Certain : first.Strong ? Certainty.Likely : Certainty.Unsure),
            ({ IsData: false }, { IsHeader: true, Strong: true }) => (2, Certainty.Unsure),
            ({ IsData: true, Shaped: true }, _) => (0, first.Strong ? Certainty.Certain : Certainty.Unsure),
            ({ Named: true, Shaped: true }, _) => (1, Certainty.Unsure),
            _ => (0, Certainty.Unsure),
        };
    }

    static Verdict Judge(IReadOnlyList<SourceRecord> records, int index, ColumnShapes shapes)
    {
        if (records.Count <= index || records[index].Problem is not null || Array.Exists(records[index].Fields, f => f.Length > LongestName))
            return default;
        var fields = records[index].Fields;
        var (fits, foreign, filled) = shapes.Compare(fields);
        var names = fields.Select(HeaderText.Fold).Count(HeaderWords.IsName);
        return new(
            foreign > fits * 3,
            fits > foreign,
            foreign > fits ? foreign >= 2 && foreign > fits * 4 : fits >= 2 && foreign * 3 <= fits && names * 3 <= filled,
            fields.Length == shapes.Common.Count,
            names * 2 >= filled);
    }

    /// <param name="IsHeader">Its cells are foreign to their columns.</param>
    /// <param name="IsData">Its cells look like those of their columns.</param>
    /// <param name="Strong">Several columns say so, next to none against it.</param>
    /// <param name="Shaped">It has the right number of cells.</param>
    /// <param name="Named">Most cells end like a column name.</param>
    readonly record struct Verdict(bool IsHeader, bool IsData, bool Strong, bool Shaped, bool Named);
}
