using Aspire.Dashboard;
using Aspire.Dashboard.Store;
using Xunit;

namespace Tsunagu.Tests.Unit.Dashboard;

public sealed class TraceStoreTests
{
    [Fact]
    public void Add_BeyondTheNumberOfTraces_DropsThoseSeenFirst()
    {
        var store = new TraceStore(new TelemetryLimits { Traces = 3 });

        for (var trace = 1; trace <= 5; trace++)
            store.Add([Make.Span("a", trace: trace)]);

        Assert.Equal(3, store.Count);
        Assert.Null(store.Find(Make.TraceId(2)));
        Assert.NotNull(store.Find(Make.TraceId(3)));
    }

    [Fact]
    public void Add_AFloodOfSingleSpans_LeavesTheTracesOfSeveral()
    {
        var store = new TraceStore(new TelemetryLimits { Traces = 8 });
        store.Add([Make.Span("a", trace: 1), Make.Span("b", "a", trace: 1)]);

        for (var probe = 2; probe <= 100; probe++)
            store.Add([Make.Span("a", trace: probe)]);

        Assert.Equal(8, store.Count);
        Assert.Equal(2, store.Find(Make.TraceId(1))?.Spans.Count);
    }

    [Fact]
    public void Add_TracesOfSeveralBeyondTheNumber_StillDropTheirOldestAndTakeNewOnes()
    {
        var store = new TraceStore(new TelemetryLimits { Traces = 8 });

        for (var trace = 1; trace <= 20; trace++)
        {
            store.Add([Make.Span("a", trace: trace)]);
            store.Add([Make.Span("b", "a", trace: trace)]);
        }

        Assert.Equal(8, store.Count);
        Assert.Null(store.Find(Make.TraceId(12)));
        Assert.All(Enumerable.Range(13, 8), trace => Assert.Equal(2, store.Find(Make.TraceId(trace))?.Spans.Count));
    }

    [Fact]
    public void Add_BeyondSpansPerTrace_RefusesAndCountsThem()
    {
        var store = new TraceStore(new TelemetryLimits { SpansPerTrace = 2 });

        var refused = store.Add([Make.Span("a"), Make.Span("b"), Make.Span("c")]);

        Assert.Equal(1, refused);
        var summary = store.Find(Make.TraceId(1))!.Summary;
        Assert.Equal((2, 1), (summary.SpanCount, summary.DroppedSpans));
    }

    [Fact]
    public void Add_BeyondBytes_StaysWithinThemAndKeepsTheNewest()
    {
        const long bound = 200_000;
        var store = new TraceStore(new TelemetryLimits { SpanBytes = bound });

        for (var trace = 1; trace <= 500; trace++)
        {
            store.Add([Make.Span("a", trace: trace, padding: 4_000)]);
            Assert.InRange(store.Bytes, 1, bound);
        }

        Assert.NotNull(store.Find(Make.TraceId(500)));
        Assert.Null(store.Find(Make.TraceId(1)));
    }

    [Fact]
    public void Add_OneTraceThatGrowsWithoutEnd_DoesNotPushOutTheOthers()
    {
        var store = new TraceStore(new TelemetryLimits { SpanBytes = 200_000 });
        store.Add([Make.Span("a", trace: 1)]);

        for (var span = 0; span < 100; span++)
            store.Add([Make.Span($"s{span}", trace: 2, padding: 4_000)]);

        Assert.NotNull(store.Find(Make.TraceId(1)));
        Assert.InRange(store.Bytes, 1, 100_000);
        Assert.True(store.Find(Make.TraceId(2))!.Summary.DroppedSpans > 0);
    }

    [Fact]
    public void Add_TheSameSpanTwice_KeepsOne()
    {
        var store = new TraceStore(new TelemetryLimits());

        store.Add([Make.Span("a", error: true)]);
        var refused = store.Add([Make.Span("a", error: true)]);

        var summary = store.Find(Make.TraceId(1))!.Summary;
        Assert.Equal((0, 1, 1), (refused, summary.SpanCount, summary.ErrorCount));
    }

    [Fact]
    public void Find_WhenTheRootArrivesLast_NamesTheTraceAfterIt()
    {
        var store = new TraceStore(new TelemetryLimits());
        store.Add([Make.Span("b", "a", start: 5, end: 40, name: "query", resource: "household")]);
        var before = store.Find(Make.TraceId(1))!;

        store.Add([Make.Span("a", start: 10, end: 30, name: "GET /v1/inbox", resource: "gateway")]);

        var after = store.Find(Make.TraceId(1))!.Summary;
        Assert.Equal(("GET /v1/inbox", "gateway", 35_000_000L), (after.Name, after.Resource, after.DurationNanos));
        Assert.Equal("query", before.Summary.Name);
        Assert.Single(before.Spans);
    }

    [Theory]
    [InlineData("household", null, false, "3,2")]
    [InlineData(null, null, true, "2")]
    [InlineData(null, "SELECT", false, "3")]
    [InlineData(null, "00000000000000000000000000000001", false, "1")]
    [InlineData("gateway", "select", false, "")]
    public void List_WithAFilter_GivesThoseTracesNewestFirst(string? resource, string? text, bool errors, string expected)
    {
        var store = new TraceStore(new TelemetryLimits());
        store.Add([Make.Span("a", trace: 1, start: 1, end: 2, resource: "gateway")]);
        store.Add([Make.Span("a", trace: 2, start: 2, end: 3), Make.Span("b", "a", trace: 2, start: 2, end: 3, resource: "household", error: true)]);
        store.Add([Make.Span("a", trace: 3, start: 3, end: 4, resource: "household", name: "select residents")]);

        var found = store.List(new TraceFilter { Resource = resource, Text = text, ErrorsOnly = errors }, 10);

        Assert.Equal(expected, string.Join(',', found.Select(t => t.TraceId.TrimStart('0'))));
    }

    [Fact]
    public async Task Add_FromManyThreads_LosesNothing()
    {
        var store = new TraceStore(new TelemetryLimits());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 400; i++)
            {
                store.Add([Make.Span($"{thread}-{i}", trace: i % 20 + 1)]);
                _ = store.List(new TraceFilter(), 5);
            }
        })));

        Assert.Equal(8 * 400, store.List(new TraceFilter(), 100).Sum(t => t.SpanCount));
    }
}
