using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Rows;

/// <summary>A cell as it is shown: looked up in a code table, or as it is.</summary>
static class CellLabel
{
    /// <summary>The label; a code that is not listed stands for itself.</summary>
    public static string Of(string cell, IReadOnlyDictionary<string, string>? codes)
    {
        var text = Glyphs.Display(cell.Trim());
        return codes?.GetValueOrDefault(text) ?? text;
    }
}
