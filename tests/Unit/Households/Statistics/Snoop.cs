using Tsunagu.Households.Statistics;

namespace Tsunagu.Tests.Unit.Households.Statistics;

/// <summary>
/// Somebody who knows the rules and everything that is published, and tries every table that it can come from: what a withheld count can be, exactly.
/// </summary>
sealed class Snoop
{
    readonly IReadOnlyList<AreaCounts> lines;
    readonly int[] welfareFeeds;
    readonly PublishedCounts published;
    readonly int columns;
    readonly int?[] totals;
    readonly List<int[]>[] rows;

    public Snoop(IReadOnlyList<AreaCounts> lines, int[] welfareFeeds, int feeds, PublishedCounts published)
    {
        (this.lines, this.welfareFeeds, this.published, columns) = (lines, welfareFeeds, published, 1 + feeds);
        totals = [published.TotalOfWelfare(), .. Enumerable.Range(0, feeds).Select(published.TotalOfFeed)];
        rows = [.. Enumerable.Range(0, lines.Count).Select(line => Rows(line).ToList())];
    }

    /// <summary>Every withheld count above zero that can be only one number.</summary>
    public IEnumerable<(int Line, int Column)> Certain()
    {
        for (var line = 0; line < lines.Count; line++)
        {
            var others = Sums(Enumerable.Range(0, lines.Count).Where(other => other != line));
            var possible = rows[line].Where(row => others.Contains(Key(totals.Select((total, c) => total is { } sum ? sum - row[c] : 0)))).ToList();
            for (var column = 0; column < columns; column++)
            {
                if (Told(line, column) is null && Count(line, column) > 0 && possible.Select(row => row[column]).Distinct().Count() < 2)
                    yield return (line, column);
            }
        }
    }

    int? Told(int line, int column) => column == 0 ? published.WelfareOf(line) : published.FeedOf(line, column - 1);

    int Count(int line, int column) => column == 0 ? lines[line].Welfare : lines[line].Feeds[column - 1];

    // What a line can be: the counts that are told, any others of somebody, and as many with welfare as its feeds allow.
    IEnumerable<int[]> Rows(int line)
    {
        IEnumerable<int[]> all = [[]];
        for (var column = 0; column < columns; column++)
        {
            var (told, lowest) = (Told(line, column), totals[column] is null ? 0 : 1);
            int[] choices = told is { } known ? [known] : [.. Enumerable.Range(lowest, lines[line].Residents + 1 - lowest)];
            all = all.SelectMany(row => choices.Select(choice => (int[])[.. row, choice])).ToList();
        }
        return all.Where(row =>
        {
            var feeds = welfareFeeds.Select(feed => row[1 + feed]).ToList();
            return row[0] >= feeds.Max() && row[0] <= feeds.Sum();
        });
    }

    HashSet<string> Sums(IEnumerable<int> among)
    {
        HashSet<string> reached = [Key(new int[columns])];
        foreach (var line in among)
        {
            var steps = rows[line].Select(row => row.Select((count, c) => totals[c] is null ? 0 : count).ToArray()).DistinctBy(Key).ToList();
            reached = [.. reached.SelectMany(sum => steps.Select(step => Key(sum.Split(',').Select((part, c) => int.Parse(part, null) + step[c]))))];
        }
        return reached;
    }

    static string Key(IEnumerable<int> counts) => string.Join(',', counts);
}
