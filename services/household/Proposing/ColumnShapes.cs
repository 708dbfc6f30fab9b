namespace Tsunagu.Households.Proposing;

/// <summary>What the cells of each column look like in most records.</summary>
/// <param name="Common">Shape of most filled cells, <see cref="CellShape.Text"/> where there is none.</param>
/// <param name="Values">Cells seen, by column.</param>
sealed record ColumnShapes(IReadOnlyList<CellShape> Common, IReadOnlyList<IReadOnlyDictionary<string, int>> Values)
{
    const int Most = 300;
    const double Share = 0.8;

    // Headers are two lines at most; what comes behind them is data.
    const int Headers = 2;

    /// <summary>Looks at the first few hundred records behind possible headers.</summary>
    public static ColumnShapes Of(IReadOnlyList<string[]> body)
    {
        var rows = body.Skip(body.Count > Headers + 1 ? Headers : body.Count > 1 ? 1 : 0).Take(Most).ToList();
        var width = body.Count == 0 ? 0 : body[0].Length;
        var columns = Enumerable.Range(0, width).Select(i => rows.Select(f => CellShapes.Fold(f[i])).ToList()).ToList();
        return new(
            [.. columns.Select(CommonOf)],
            [.. columns.Select(c => c.CountBy(v => v).ToDictionary())]);
    }

    /// <summary>Cells of a record that have their column's shape, that could not be data of it, and filled cells.</summary>
    public (int Fits, int Foreign, int Filled) Compare(string[] fields)
    {
        var (fits, foreign, filled) = (0, 0, 0);
        for (var i = 0; i < Math.Min(fields.Length, Common.Count); i++)
        {
            var cell = CellShapes.Fold(fields[i]);
            var shape = CellShapes.Of(cell);
            if (shape == CellShape.Blank)
                continue;
            filled++;
            var name = HeaderText.Fold(cell);
            if (Common[i] is CellShape.Text or CellShape.Blank)
            {
                if (HeaderWords.IsName(name) && !Values[i].ContainsKey(cell))
                    foreign++;
                else if (Values[i].GetValueOrDefault(cell) > 1)
                    fits++;
            }
            else if (Common[i] == CellShape.Kana && shape is CellShape.Kana or CellShape.Text)
            {
                if (HeaderWords.IsKana(name) || HeaderWords.IsPersonName(name) || HeaderWords.IsName(name))
                    foreign++;
                else
                    fits++;
            }
            else if (shape == Common[i])
            {
                fits++;
            }
            else if (shape is CellShape.Text or CellShape.Kana)
            {
                foreign++;
            }
        }
        return (fits, foreign, filled);
    }

    static CellShape CommonOf(List<string> cells)
    {
        var shapes = cells.Select(CellShapes.Of).Where(s => s != CellShape.Blank).CountBy(s => s).OrderByDescending(s => s.Value).ToList();
        var filled = shapes.Sum(s => s.Value);
        return filled == 0 ? CellShape.Blank : shapes[0].Value >= filled * Share ? shapes[0].Key : CellShape.Text;
    }
}
