using Aspire.Dashboard.Store;

namespace Aspire.Dashboard.Layout;

/// <summary>What a chart of a series shows: values over time, oldest first.</summary>
/// <param name="Values">A gauge's values; a counter's growth per second; a histogram's mean, each of one export interval.</param>
public sealed record MetricChart(IReadOnlyList<double> Values)
{
    /// <summary>Reads the chart off the points of a series.</summary>
    /// <param name="kind">What the numbers mean.</param>
    /// <param name="points">Points, oldest first.</param>
    public static MetricChart Of(MetricKind kind, IReadOnlyList<MetricPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return new MetricChart(kind switch
        {
            MetricKind.Gauge => [.. points.Select(p => p.Value)],
            MetricKind.Counter => [.. points.Zip(points.Skip(1), Rate)],
            MetricKind.Histogram => [.. points.Zip(points.Skip(1), Mean)],
        });
    }

    /// <summary>The line as SVG points within a box; the lowest value lies at the bottom.</summary>
    /// <param name="width">Width of the box.</param>
    /// <param name="height">Height of the box.</param>
    public IReadOnlyList<(double X, double Y)> Line(double width, double height)
    {
        if (Values.Count == 0)
            return [];
        // Counters and means are read against zero; a range of one value lies on the floor.
        var low = Math.Min(0, Values.Min());
        var range = Values.Max() - low;
        var step = Values.Count > 1 ? width / (Values.Count - 1) : 0;
        return [.. Values.Select((v, i) => (i * step, range > 0 ? height - (v - low) / range * height : height))];
    }

    /// <summary>Estimates a quantile of a distribution by its buckets.</summary>
    /// <param name="series">A histogram series.</param>
    /// <param name="quantile">0 to 1.</param>
    /// <returns>The upper bound of the bucket it falls in, or null when there are no buckets or it lies above the last bound.</returns>
    public static double? Quantile(MetricSeries series, double quantile)
    {
        ArgumentNullException.ThrowIfNull(series);
        var rank = series.Buckets.Sum() * quantile;
        var seen = 0.0;
        for (var i = 0; i < series.Bounds.Count && i < series.Buckets.Count; i++)
        {
            seen += series.Buckets[i];
            if (seen > 0 && seen >= rank)
                return series.Bounds[i];
        }
        return null;
    }

    // A total that shrank belongs to a process that started again.
    static double Growth(double before, double after) => after >= before ? after - before : after;

    static double Rate(MetricPoint before, MetricPoint after)
    {
        var seconds = (after.TimeNanos - before.TimeNanos) / 1e9;
        return seconds > 0 ? Growth(before.Value, after.Value) / seconds : 0;
    }

    static double Mean(MetricPoint before, MetricPoint after)
    {
        var count = Growth(before.Count, after.Count);
        return count > 0 ? (after.Count >= before.Count ? after.Value - before.Value : after.Value) / count : 0;
    }
}
