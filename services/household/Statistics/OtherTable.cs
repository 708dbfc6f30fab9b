namespace Tsunagu.Households.Statistics;

/// <summary>
/// Looks for another table from which the very same would be told: as long as there is one in which a withheld count is another number, nobody can be sure of it.
/// </summary>
/// <remarks>
/// The table itself is tried with people moved: one more or one fewer of one count, and of up to two others of the line, so that the line still adds up, and the reverse on another
/// line, so that totals which are told stay. There may be tables that are not found like this; then more is withheld than has to be, never less.
/// </remarks>
/// <param name="lines">The table.</param>
/// <param name="count">The count of a column on a line.</param>
/// <param name="told">Whether it is told.</param>
/// <param name="whole">Whether nothing of a column is told, its total included.</param>
/// <param name="linked">
/// Columns whose counts bound each other on a line, the one that counts residents with any of the others first; empty when no column does.
/// </param>
sealed class OtherTable(
    IReadOnlyList<AreaCounts> lines, Func<int, int, int> count, Func<int, int, bool> told, Func<int, bool> whole, IReadOnlyList<int> linked)
{
    /// <summary>True when one was found in which a withheld count is another number.</summary>
    /// <param name="column">The count's column.</param>
    /// <param name="line">The count's line.</param>
    public bool Exists(int column, int line) => Moves(column, line).Any(move =>
    {
        if (!Holds(line, move))
            return false;
        (int Column, int By)[] back = [.. move.Where(step => !whole(step.Column)).Select(step => (step.Column, -step.By))];
        return back.Length == 0 || Enumerable.Range(0, lines.Count).Any(other => other != line && Holds(other, back));
    });

    IEnumerable<(int Column, int By)[]> Moves(int column, int line)
    {
        int[] others = linked.Contains(column) ? [.. linked.Where(other => other != column && !told(other, line))] : [];
        foreach (var by in new[] { -1, 1 })
        {
            yield return [(column, by)];
            foreach (var (place, other) in others.Index())
            {
                foreach (var step in new[] { (other, by), (other, -by) })
                {
                    yield return [(column, by), step];
                    foreach (var third in others.Skip(place + 1))
                    {
                        yield return [(column, by), step, (third, by)];
                        yield return [(column, by), step, (third, -by)];
                    }
                }
            }
            if (others.Length > 2)
                yield return [(column, by), .. others.Select(other => (other, by))];
        }
    }

    // Of a withheld count that adds to a total it is known that it counts somebody.
    bool Holds(int line, (int Column, int By)[] move)
    {
        foreach (var (column, by) in move)
        {
            var moved = count(column, line) + by;
            if (told(column, line) || moved < (whole(column) ? 0 : 1) || moved > lines[line].Residents)
                return false;
        }
        if (linked.Count == 0)
            return true;
        int[] counts = [.. linked.Select(column => count(column, line) + move.Where(step => step.Column == column).Sum(step => step.By))];
        return counts[0] >= counts[1..].Max() && counts[0] <= counts[1..].Sum();
    }
}
