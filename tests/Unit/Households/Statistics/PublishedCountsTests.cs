using Tsunagu.Households.Statistics;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Statistics;

/// <summary>What may be told of whole tables.</summary>
public sealed class PublishedCountsTests(ITestOutputHelper output)
{
    [Fact]
    public void NoWithheldCount_CanBeComputedFromWhatIsTold()
    {
        var random = Seed.NewRandom();
        var (told, all) = (0, 0);
        for (var table = 0; table < (Tier.IsFull ? 5_000 : 150); table++)
        {
            var (feeds, smallest) = (random.Next(1, 3), random.Next(2, 4));
            var welfareFeeds = random.Next(5) == 0 ? [0] : Enumerable.Range(0, feeds).ToArray();
            AreaCounts[] lines = [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Line(random, feeds, welfareFeeds, smallest))];
            var published = PublishedCounts.Of(lines, welfareFeeds, feeds, smallest);
            var certain = new Snoop(lines, welfareFeeds, feeds, published).Certain().ToList();
            Assert.True(
                certain.Count == 0,
                $"table {table}, at least {smallest}, welfare is {string.Join(',', welfareFeeds)}: {string.Join(' ', lines.Select(Text))} gives {string.Join(' ', certain)} away");
            told += lines.Select((_, line) => (published.WelfareOf(line) is null ? 0 : 1) + Enumerable.Range(0, feeds).Count(f => published.FeedOf(line, f) is not null)).Sum();
            all += lines.Length * (1 + feeds);
        }
        output.WriteLine($"told {told} of {all}");
        Assert.True(told > all / 20, "tables that tell nothing are safe and of no use");
    }

    [Fact]
    public void ColumnsEachByItself_GiveCountsAwayTogether()
    {
        AreaCounts[] lines = [new("a", 2, 2, [1, 1]), new("b", 7, 5, [5, 0]), new("c", 9, 3, [0, 3]), new("d", 9, 9, [9, 4])];
        var careless = PublishedCounts.Of(lines, [], 2, 2);
        Assert.NotEmpty(new Snoop(lines, [0, 1], 2, careless).Certain());
        Assert.Empty(new Snoop(lines, [0, 1], 2, PublishedCounts.Of(lines, [0, 1], 2, 2)).Certain());
    }

    // Three lines take all that the first could have more, and each of them only if its welfare grows by as much.
    [Fact]
    public void CountsThatCanOnlyMoveTogether_AreNotGivenAway()
    {
        AreaCounts[] lines = [new("a", 6, 5, [2, 4]), new("b", 7, 6, [6, 0]), new("c", 8, 5, [5, 0]), new("d", 7, 7, [7, 0])];
        Assert.Empty(new Snoop(lines, [0, 1], 2, PublishedCounts.Of(lines, [0, 1], 2, 2)).Certain());
    }

    [Fact]
    public void TableOfLargeCounts_IsToldWholly()
    {
        AreaCounts[] lines = [new("a", 900, 300, [200, 150]), new("b", 800, 250, [100, 200])];
        var published = PublishedCounts.Of(lines, [0, 1], 2, 10);
        Assert.Equal([300, 250], Enumerable.Range(0, 2).Select(published.WelfareOf));
        Assert.Equal((550, 300, 350), (published.TotalOfWelfare(), published.TotalOfFeed(0), published.TotalOfFeed(1)));
    }

    [Fact]
    public void CityWithoutResidents_HasNothingToHide() => Assert.Equal(0, PublishedCounts.Of([], [0], 1, 10).TotalOfFeed(0));

    // Residents, with welfare, with each feed.
    static string Text(AreaCounts line) => $"[{line.Residents} {line.Welfare} {string.Join(',', line.Feeds)}]";

    static AreaCounts Line(Random random, int feeds, int[] welfareFeeds, int smallest)
    {
        var residents = random.Next(smallest, 9);
        int[] counts = [.. Enumerable.Range(0, feeds).Select(_ => Math.Max(0, random.Next(-1, residents + 1)))];
        var (least, most) = (welfareFeeds.Max(f => counts[f]), Math.Min(residents, welfareFeeds.Sum(f => counts[f])));
        return new AreaCounts("", residents, random.Next(3) switch { 0 => least, 1 => most, _ => random.Next(least, most + 1) }, counts);
    }
}
