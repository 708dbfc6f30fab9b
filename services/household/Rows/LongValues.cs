using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Rows;

/// <summary>Finds values longer than any that a source has reason to hold: indexes and the search would pay for them, or fail on them.</summary>
sealed class LongValues
{
    /// <summary>Characters of a name, an address, a code or a date.</summary>
    public const int LongestValue = 1_000;

    /// <summary>Characters of the free text that a record may show.</summary>
    public const int LongestDetail = 10_000;

    /// <summary>Characters of all columns together that tell a record from others; what an index takes, in any script.</summary>
    public const int LongestKey = 500;

    readonly (int Column, int Most)[] limits;

    /// <param name="layout">Names the columns that are kept; no others matter.</param>
    /// <param name="columns">Positions.</param>
    public LongValues(FeedLayout layout, ColumnIndex columns) =>
        limits = [.. layout.Kept().Distinct().Select(c => (columns[c], c == layout.Detail?.Column ? LongestDetail : LongestValue))];

    /// <summary>Position of the first such value; negative for none.</summary>
    public int Find(string[] fields)
    {
        foreach (var (column, most) in limits)
        {
            if (fields[column].Length > most)
                return column;
        }
        return -1;
    }
}
