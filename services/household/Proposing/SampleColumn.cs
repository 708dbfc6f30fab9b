using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Proposing;

/// <summary>One column of a sample.</summary>
/// <param name="index">0-based.</param>
/// <param name="name">As the layout calls it.</param>
/// <param name="header">As the file calls it, or empty.</param>
/// <param name="cells">Its cells, row by row.</param>
sealed class SampleColumn(int index, string name, string header, IReadOnlyList<string> cells)
{
    const int Most = 2000;

    public int Index => index;

    public string Name => name;

    /// <summary>The header in the form in which words are looked for; empty when the file has none.</summary>
    public string Header { get; } = HeaderText.Fold(header);

    /// <summary>Its cells as they are, row by row.</summary>
    public IReadOnlyList<string> Raw => cells;

    /// <summary>Its cells in half-width form, row by row.</summary>
    public IReadOnlyList<string> Cells { get; } = [.. cells.Select(CellShapes.Fold)];

    /// <summary>Filled cells.</summary>
    public int Filled => filled ??= Cells.Count(c => c.Length > 0);

    /// <summary>How often each filled value occurs among the first rows.</summary>
    public IReadOnlyDictionary<string, int> Values => values ??= Cells.Take(Most).Where(c => c.Length > 0).CountBy(c => c).ToDictionary();

    /// <summary>Shape of nearly all filled cells, or <see cref="CellShape.Text"/>.</summary>
    public CellShape Shape => shape ??= ShapeOf();

    /// <summary>What the law keeps out, as far as the values give it away.</summary>
    public ForbiddenNumber? ForbiddenByShape => forbidden ??= ForbiddenOf();

    /// <summary>Different values in proportion to filled cells, 0 to 1.</summary>
    public double Variety => Values.Count == 0 ? 0 : (double)Values.Count / Values.Sum(v => v.Value);

    int? filled;
    IReadOnlyDictionary<string, int>? values;
    CellShape? shape;
    ForbiddenNumber? forbidden;

    ForbiddenNumber? ForbiddenOf()
    {
        var counter = new ColumnShape();
        foreach (var cell in Cells)
            counter.Add(cell);
        return counter.Verdict();
    }

    CellShape ShapeOf()
    {
        var shapes = Cells.Take(Most).Select(CellShapes.Of).Where(s => s != CellShape.Blank).CountBy(s => s).OrderByDescending(s => s.Value).ToList();
        var count = shapes.Sum(s => s.Value);
        return count == 0 ? CellShape.Blank : shapes[0].Value * 10 >= count * 9 ? shapes[0].Key : CellShape.Text;
    }
}
