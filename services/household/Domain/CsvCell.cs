namespace Tsunagu.Households.Domain;

/// <summary>A cell of a CSV file that people open in a spreadsheet.</summary>
static class CsvCell
{
    /// <summary>The cell in quotes; one that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
    public static string Of(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
