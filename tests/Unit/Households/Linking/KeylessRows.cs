namespace Tsunagu.Tests.Unit.Households.Linking;

/// <summary>Rows of a file by the physical line on which they start.</summary>
sealed record KeylessRows(string[] Columns, IReadOnlyDictionary<int, string[]> Cells)
{
    /// <summary>The cell of the first column whose header contains one of the words; empty when there is no such column.</summary>
    public string Text(string[] row, string[] words)
    {
        var column = Array.FindIndex(Columns, c => words.Any(w => c.Contains(w, StringComparison.Ordinal)));
        return column < 0 ? "" : row[column].Trim();
    }

    /// <summary>The cell of this column.</summary>
    public string Cell(string[] row, string column) => row[Array.IndexOf(Columns, column)].Trim();
}
