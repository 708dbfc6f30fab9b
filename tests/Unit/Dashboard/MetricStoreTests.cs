using Aspire.Dashboard;
using Aspire.Dashboard.Layout;
using Aspire.Dashboard.Store;
using Xunit;

namespace Tsunagu.Tests.Unit.Dashboard;

public sealed class MetricStoreTests
{
    [Fact]
    public void Add_BeyondPoints_KeepsTheLatest()
    {
        var store = new MetricStore(new TelemetryLimits { PointsPerSeries = 3 });

        store.Add([.. Enumerable.Range(1, 10).Select(i => Make.Sample(i, i))]);

        Assert.Equal([8, 9, 10], store.List().Single().Series.Single().Points.Select(p => p.Value));
    }

    [Fact]
    public void Add_BeyondSeries_DropsTheOneNotMeasuredForLongest()
    {
        var store = new MetricStore(new TelemetryLimits { MetricSeries = 2 });

        store.Add([Make.Sample(1, name: "a"), Make.Sample(1, name: "b"), Make.Sample(2, name: "a"), Make.Sample(1, name: "c")]);

        Assert.Equal(["a", "c"], store.List().Select(i => i.Key.Name));
    }

    [Fact]
    public void Add_Deltas_AreKeptAsTotals()
    {
        var store = new MetricStore(new TelemetryLimits());

        store.Add([Make.Sample(5, delta: true), Make.Sample(7, delta: true)]);

        Assert.Equal([5, 12], store.List().Single().Series.Single().Points.Select(p => p.Value));
    }

    [Fact]
    public void List_OfOneService_LeavesOutTheOthers()
    {
        var store = new MetricStore(new TelemetryLimits());

        store.Add([Make.Sample(1), Make.Sample(1, resource: "meeting")]);

        Assert.Equal("meeting", store.List("meeting").Single().Key.Resource);
    }

    [Fact]
    public void Chart_OfACounter_IsGrowthPerSecondAcrossARestart()
    {
        MetricPoint[] points = [new(0, 10, 0), new(2_000_000_000, 30, 0), new(3_000_000_000, 4, 0)];

        Assert.Equal([10, 4], MetricChart.Of(MetricKind.Counter, points).Values);
    }

    [Fact]
    public void Chart_OfAHistogram_IsTheMeanOfEachInterval()
    {
        MetricPoint[] points = [new(0, 10, 10), new(1, 40, 20), new(2, 40, 20)];

        Assert.Equal([3, 0], MetricChart.Of(MetricKind.Histogram, points).Values);
    }

    [Fact]
    public void Line_FillsTheBox() =>
        Assert.Equal([(0, 20), (50, 0), (100, 10)], new MetricChart([0, 4, 2]).Line(100, 20));

    [Theory]
    [InlineData(0.5, 10.0)]
    [InlineData(0.9, 100.0)]
    [InlineData(0.99, null)]
    public void Quantile_IsTheUpperBoundOfItsBucket(double quantile, double? expected)
    {
        var series = new MetricSeries("", [], [default], [10, 100], [60, 35, 5]);

        Assert.Equal(expected, MetricChart.Quantile(series, quantile));
    }
}
