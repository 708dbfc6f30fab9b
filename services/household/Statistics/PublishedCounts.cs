namespace Tsunagu.Households.Statistics;

/// <summary>What may be told of a table: of each column, which lines are withheld, or that the whole column is.</summary>
/// <remarks>
/// Residents with welfare are those with any of its feeds, so that the counts of a line bound each other: as many as the greatest feed at least, no more than all of them
/// together. Each column is therefore looked at with what the others tell; then every withheld count by itself, whether another table would tell the same. Either goes on until nothing
/// more has to be withheld; nothing is given back on the way.
/// </remarks>
sealed class PublishedCounts
{
    const int Welfare = 0;

    readonly IReadOnlyList<AreaCounts> lines;
    readonly int[] welfareFeeds;
    readonly int smallest;
    readonly HashSet<int>[] lost;
    readonly bool[] whole;

    PublishedCounts(IReadOnlyList<AreaCounts> lines, IEnumerable<int> welfareFeeds, int feeds, int smallest)
    {
        (this.lines, this.smallest) = (lines, smallest);
        this.welfareFeeds = [.. welfareFeeds.Order()];
        lost = [.. Enumerable.Range(0, 1 + feeds).Select(_ => new HashSet<int>())];
        whole = new bool[1 + feeds];
    }

    /// <summary>Decides about a table.</summary>
    /// <param name="lines">Its lines, which add up to the city.</param>
    /// <param name="welfareFeeds">Positions of the feeds that count as welfare.</param>
    /// <param name="feeds">How many feeds each line counts.</param>
    /// <param name="smallest">Counts of fewer people are withheld; from 2.</param>
    public static PublishedCounts Of(IReadOnlyList<AreaCounts> lines, IEnumerable<int> welfareFeeds, int feeds, int smallest)
    {
        var counts = new PublishedCounts(lines, welfareFeeds, feeds, smallest);
        while (counts.WithholdMore())
        {
            // At most once for each count.
        }
        return counts;
    }

    /// <summary>The residents of a line with welfare; null when withheld.</summary>
    public int? WelfareOf(int line) => Of(Welfare, line);

    /// <summary>The residents of a line with a feed; null when withheld.</summary>
    public int? FeedOf(int line, int feed) => Of(1 + feed, line);

    /// <summary>The residents of the city with welfare; null when withheld.</summary>
    public int? TotalOfWelfare() => TotalOf(Welfare);

    /// <summary>The residents of the city with a feed; null when withheld.</summary>
    public int? TotalOfFeed(int feed) => TotalOf(1 + feed);

    int? Of(int column, int line) => whole[column] || lost[column].Contains(line) ? null : Count(column, line);

    int? TotalOf(int column) => whole[column] ? null : Lines().Sum(line => Count(column, line));

    int Count(int column, int line) => column == Welfare ? lines[line].Welfare : lines[line].Feeds[column - 1];

    IEnumerable<int> Lines() => Enumerable.Range(0, lines.Count);

    bool WithholdMore()
    {
        var more = false;
        for (var column = 0; column < whole.Length; column++)
            more |= Withhold(column);
        return more || WithholdBeside();
    }

    // A withheld count that can be no other number takes something more with it.
    bool WithholdBeside()
    {
        int[] linked = welfareFeeds.Length == 0 ? [] : [Welfare, .. welfareFeeds.Select(feed => 1 + feed)];
        var other = new OtherTable(lines, Count, (column, line) => Of(column, line) is not null, column => whole[column], linked);
        for (var column = 0; column < whole.Length; column++)
        {
            if (Lines().Where(l => Of(column, l) is null && Count(column, l) > 0 && !other.Exists(column, l)).Cast<int?>().FirstOrDefault() is { } line)
                return WithholdBeside(column, line, linked.Contains(column) ? linked : [column]);
        }
        return false;
    }

    // First what the line itself tells, the greatest count before others, for it bounds most; then the next line of the column; then columns.
    bool WithholdBeside(int column, int line, int[] linked)
    {
        if (linked.Where(other => Of(other, line) > 0).OrderByDescending(other => Count(other, line)).Cast<int?>().FirstOrDefault() is { } beside)
            return lost[beside].Add(line);
        if (Lines().Where(other => Of(column, other) > 0).OrderBy(other => Count(column, other)).Cast<int?>().FirstOrDefault() is { } next)
            return lost[column].Add(next);
        if (linked.Prepend(column).Where(other => !whole[other]).Cast<int?>().FirstOrDefault() is not { } last)
            throw new InvalidOperationException("a table of which nothing is told cannot give anything away");
        return whole[last] = true;
    }

    bool Withhold(int column)
    {
        if (whole[column])
            return false;
        if (SmallCells.Withheld([.. Lines().Select(line => Share(column, line))], smallest, lost[column]) is not { } withheld)
        {
            whole[column] = true;
            return true;
        }
        var before = lost[column].Count;
        lost[column].UnionWith(withheld.Index().Where(w => w.Item).Select(w => w.Index));
        return lost[column].Count > before;
    }

    InvolvedShare Share(int column, int line)
    {
        var (least, most) = column == Welfare ? WelfareBounds(line) : FeedBounds(column - 1, line);
        return new InvolvedShare(lines[line].Residents, Count(column, line), least, most);
    }

    // At least as many as the greatest feed that is told, at most as many as all feeds together.
    (int Least, int Most) WelfareBounds(int line)
    {
        var residents = lines[line].Residents;
        if (welfareFeeds.Length == 0)
            return (1, residents);
        var told = welfareFeeds.Select(feed => FeedOf(line, feed)).ToList();
        return (Math.Max(1, told.Max() ?? 0), (int)Math.Min(residents, told.Sum(count => (long)(count ?? residents))));
    }

    // At most as many as with welfare, at least as many of those as the other feeds cannot make up.
    (int Least, int Most) FeedBounds(int feed, int line)
    {
        if (!welfareFeeds.Contains(feed) || WelfareOf(line) is not { } welfare)
            return (1, lines[line].Residents);
        var others = welfareFeeds.Where(other => other != feed).Sum(other => (long)(FeedOf(line, other) ?? welfare));
        return ((int)Math.Max(1, welfare - others), welfare);
    }
}
