namespace Tsunagu.Households.Proposing;

/// <summary>Finds the columns that identify the same record in the next file.</summary>
static class RecordKeyGuess
{
    const int MostColumns = 10;
    const int MostParts = 4;
    const int MostRows = 2000;
    const double Unique = 0.995;
    const int FewRows = 20;

    /// <summary>The cheapest set of columns of which no two rows have the same cells: numbers before dates before codes, left before right.</summary>
    /// <param name="columns">Columns that are always filled and say something lasting, each with its cost.</param>
    public static (IReadOnlyList<SampleColumn> Columns, Certainty Certainty) Of(IEnumerable<(SampleColumn Column, double Cost)> columns)
    {
        var eligible = columns.OrderBy(c => c.Cost).Take(MostColumns).Select(c => (c.Column, c.Cost, Ids: Number(c.Column))).ToList();
        if (eligible.Count == 0)
            return ([], Certainty.Unsure);
        var sets = Enumerable.Range(1, (1 << eligible.Count) - 1)
            .Where(bits => int.PopCount(bits) <= MostParts)
            .Select(bits => eligible.Where((_, i) => (bits >> i & 1) == 1).ToList())
            .OrderBy(set => set.Sum(c => c.Cost));
        foreach (var set in sets)
        {
            if (IsUnique([.. set.Select(c => c.Ids)]))
                return ([.. set.Select(c => c.Column).OrderBy(c => c.Index)], eligible[0].Ids.Length < FewRows || set.Exists(c => c.Cost >= RecordKeyCosts.Unsuited) ? Certainty.Unsure : Certainty.Likely);
        }
        return ([.. eligible.Take(MostParts).Select(c => c.Column).OrderBy(c => c.Index)], Certainty.Unsure);
    }

    static int[] Number(SampleColumn column)
    {
        var ids = new Dictionary<string, int>();
        return [.. column.Cells.Take(MostRows).Select(c => ids.TryGetValue(c, out var id) ? id : ids[c] = ids.Count)];
    }

    static bool IsUnique(IReadOnlyList<int[]> columns)
    {
        var rows = columns[0].Length;
        var seen = new HashSet<(long, long)>(rows);
        for (var i = 0; i < rows; i++)
        {
            var (first, second) = ((long)columns[0][i] << 32, 0L);
            if (columns.Count > 1)
                first |= (uint)columns[1][i];
            if (columns.Count > 2)
                second = (long)columns[2][i] << 32;
            if (columns.Count > 3)
                second |= (uint)columns[3][i];
            _ = seen.Add((first, second));
        }
        return rows > 0 && seen.Count >= rows * Unique;
    }
}
