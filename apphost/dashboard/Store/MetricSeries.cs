namespace Aspire.Dashboard.Store;

/// <summary>A series as it stood when it was asked for. Totals are cumulative, whatever the sender's temporality.</summary>
/// <param name="Instance">Process it comes from.</param>
/// <param name="Attributes">The dimensions.</param>
/// <param name="Points">Measurements, oldest first; never empty.</param>
/// <param name="Bounds">Upper bounds of the buckets.</param>
/// <param name="Buckets">Recorded values per bucket since the series began.</param>
public sealed record MetricSeries(
    string Instance,
    IReadOnlyList<Tag> Attributes,
    IReadOnlyList<MetricPoint> Points,
    IReadOnlyList<double> Bounds,
    IReadOnlyList<double> Buckets)
{
    /// <summary>The latest measurement.</summary>
    public MetricPoint Last => Points[^1];
}
