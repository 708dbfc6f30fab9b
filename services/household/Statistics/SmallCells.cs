namespace Tsunagu.Households.Statistics;

/// <summary>
/// Withholds the counts of a column that tell of few people, and so many more that nobody computes them from what is published: the residents of every line,
/// the other counts, and the total.
/// </summary>
static class SmallCells
{
    /// <summary>Counts of fewer people are withheld, as is usual where health and welfare are counted.</summary>
    public const int Smallest = 10;

    /// <summary>Which counts of a column are withheld; null when nothing of it can be published, its total included.</summary>
    /// <param name="lines">The lines, which add up to the total.</param>
    /// <param name="smallest">Counts of fewer people are small; from 2.</param>
    /// <param name="also">Lines that are withheld for another reason.</param>
    public static bool[]? Withheld(IReadOnlyList<InvolvedShare> lines, int smallest, IReadOnlySet<int> also)
    {
        var (residents, involved) = (lines.Sum(l => l.Residents), lines.Sum(l => l.Involved));
        if (new InvolvedShare(residents, involved, 1, residents).IsSmall(smallest))
            return null;
        bool[] withheld = [.. lines.Select((line, i) => line.Involved > 0 && (also.Contains(i) || line.IsSmall(smallest)))];
        if (!withheld.Contains(true))
            return withheld;
        // The smallest of the others are the smallest loss. A line of nobody protects nothing: those withheld are known to count somebody.
        int[] others = [.. Enumerable.Range(0, lines.Count).Where(i => !withheld[i] && lines[i].Involved > 0).OrderBy(i => lines[i].Involved).ThenBy(i => i)];
        foreach (var next in others)
        {
            if (IsSafe(lines, withheld, smallest))
                return withheld;
            withheld[next] = true;
        }
        return IsSafe(lines, withheld, smallest) ? withheld : null;
    }

    // What is withheld adds up to a known sum. It may stand for many different numbers when people could be moved between its lines, as many at least as a
    // count must tell of.
    static bool IsSafe(IReadOnlyList<InvolvedShare> lines, bool[] withheld, int smallest)
    {
        var hidden = lines.Where((_, i) => withheld[i]).ToList();
        return hidden.Count >= 2 && hidden.Sum(l => l.Involved - l.Least) >= smallest - 1 && hidden.Sum(l => l.Most - l.Involved) >= smallest - 1;
    }
}
