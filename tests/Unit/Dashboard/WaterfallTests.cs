using Aspire.Dashboard.Layout;
using Aspire.Dashboard.Store;
using Xunit;

namespace Tsunagu.Tests.Unit.Dashboard;

public sealed class WaterfallTests
{
    static string Outline(params SpanRecord[] spans) =>
        string.Join(' ', Waterfall.Build(spans).Rows.Select(r => $"{new string('>', r.Depth)}{r.Span.SpanId}{(r.IsOrphan ? "?" : "")}"));

    [Fact]
    public void Build_ChildrenReceivedFirst_StandBelowTheirParentByStart() =>
        Assert.Equal("a >b >>d >c", Outline(
            Make.Span("d", "b", 3, 4), Make.Span("c", "a", 6, 9), Make.Span("b", "a", 2, 5), Make.Span("a", null, 0, 10)));

    [Fact]
    public void Build_SameStart_PutsTheLongerFirst() =>
        Assert.Equal("a >c >b", Outline(Make.Span("a"), Make.Span("b", "a", 2, 3), Make.Span("c", "a", 2, 8)));

    [Fact]
    public void Build_ParentNotReceived_StandsAtTheTopUntilItArrives()
    {
        Assert.Equal("a b? >c", Outline(Make.Span("a"), Make.Span("b", "late", 4, 9), Make.Span("c", "b", 5, 6)));
        Assert.Equal("a >late >>b >>>c", Outline(Make.Span("a"), Make.Span("b", "late", 4, 9), Make.Span("c", "b", 5, 6), Make.Span("late", "a", 3, 9)));
    }

    [Theory]
    [InlineData("b", "a", "a >b")]
    [InlineData("a", "a", "a b?")]
    public void Build_CircleOfParents_ShowsEverySpanOnce(string parentOfA, string parentOfB, string expected)
    {
        var outline = Outline(Make.Span("a", parentOfA, 1, 2), Make.Span("b", parentOfB == parentOfA ? "x" : parentOfB, 3, 4));

        Assert.Equal(expected.Split(' ').Order(), outline.Split(' ').Order());
    }

    [Fact]
    public void Build_GivesOffsetAndWidthInPercentOfTheTrace()
    {
        var rows = Waterfall.Build([Make.Span("a", null, 100, 300), Make.Span("b", "a", 150, 200)]).Rows;

        Assert.Equal((0, 100), (rows[0].Offset, rows[0].Width));
        Assert.Equal((25, 25), (rows[1].Offset, rows[1].Width));
        Assert.Equal(1, rows[0].Children);
    }

    [Fact]
    public void Build_ChildOfASkewedClock_StretchesTheAxisInsteadOfLeavingIt()
    {
        var waterfall = Waterfall.Build([Make.Span("a", null, 100, 200), Make.Span("b", "a", 50, 250)]);

        Assert.Equal((50_000_000, 200_000_000), (waterfall.StartNanos, waterfall.DurationNanos));
        Assert.Equal((25, 50), (waterfall.Rows[0].Offset, waterfall.Rows[0].Width));
    }

    [Fact]
    public void Build_OneSpanWithoutLength_FillsTheAxis() =>
        Assert.Equal((0, 100), Waterfall.Build([Make.Span("a", null, 5, 5)]).Rows.Select(r => (r.Offset, r.Width)).Single());

    [Fact]
    public void Build_ChainOfThousands_IsWalkedToItsEnd()
    {
        var chain = Enumerable.Range(0, 5_000).Select(i => Make.Span($"s{i}", i == 0 ? null : $"s{i - 1}", i, 5_000)).ToList();

        Assert.Equal(4_999, Waterfall.Build(chain).Rows[^1].Depth);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Build_AnyOrderOfReceipt_GivesTheSameRows(int seed)
    {
        var random = new Random(seed);
        var spans = Enumerable.Range(0, 300)
            .Select(i => Make.Span($"s{i}", i == 0 ? null : $"s{random.Next(-20, i)}", random.Next(1_000), 1_000 + random.Next(1_000)))
            .ToArray();
        var expected = Outline(spans);

        random.Shuffle(spans);

        Assert.Equal(expected, Outline(spans));
        Assert.Equal(300, Waterfall.Build(spans).Rows.Select(r => r.Span.SpanId).Distinct().Count());
        Assert.All(Waterfall.Build(spans).Rows, r => Assert.InRange(r.Offset + r.Width, 0, 100 + 1e-9));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(57)]
    [InlineData(999)]
    [InlineData(1_000)]
    [InlineData(86_400_000)]
    public void Ticks_AreFewAndRoundAndWithinTheTrace(long milliseconds)
    {
        var ticks = Waterfall.Build([Make.Span("a", null, 0, milliseconds)]).Ticks(7);

        Assert.InRange(ticks.Count, 3, 7);
        Assert.Equal(0, ticks[0]);
        Assert.Matches("^[125]0*$", $"{ticks[1]}");
        Assert.InRange(ticks[^1], 1, milliseconds * 1_000_000);
    }

    [Theory]
    [InlineData(10, 20, 30, false)]
    [InlineData(60, 40, 60, false)]
    [InlineData(0, 100, 100, true)]
    public void Label_StandsRightOfTheBarElseLeftElseInside(double offset, double width, double at, bool inside)
    {
        var label = BarLabel.Of(new WaterfallRow(Make.Span("a"), 0, 0, false, offset, width));

        Assert.Equal((at, inside, at == 30 ? 6 : -6), (label.At, label.IsInside, label.Shift));
    }
}
