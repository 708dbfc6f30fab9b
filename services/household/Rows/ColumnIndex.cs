using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Rows;

/// <summary>Positions of a file's columns by name.</summary>
sealed class ColumnIndex(IReadOnlyList<string> names)
{
    readonly Dictionary<string, int> positions = names.Index().ToDictionary(n => n.Item, n => n.Index);

    public int Count => names.Count;

    public int this[string name] => positions[name];

    /// <summary>Name of a position, or empty for the row as a whole and for cells beyond the last column.</summary>
    public string NameOf(int position) => position >= 0 && position < names.Count ? names[position] : "";

    /// <summary>
    /// True when the cells are the names themselves, in order; width, spaces and case do not matter. A blank or repeated name is told apart by its
    /// position (<c>備考#7</c>, <c>#8</c>).
    /// </summary>
    public bool IsHeader(string[] fields) =>
        fields.Length == names.Count && fields.Index().All(f => Same(f.Item, names[f.Index]) || IsPlaced(f.Item, names[f.Index], f.Index));

    static bool IsPlaced(string cell, string name, int index) => name.Contains('#') && Same($"{cell.Trim()}#{index + 1}", name);

    static bool Same(string cell, string name) =>
        string.Equals(TextFold.Width(cell).Trim(), TextFold.Width(name).Trim(), StringComparison.OrdinalIgnoreCase);
}
