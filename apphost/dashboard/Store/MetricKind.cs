namespace Aspire.Dashboard.Store;

/// <summary>What the numbers of an instrument mean.</summary>
public enum MetricKind
{
    /// <summary>A value that goes up and down.</summary>
    Gauge,

    /// <summary>A total that only grows while its process lives.</summary>
    Counter,

    /// <summary>A distribution: count, sum and, where the sender gives them, buckets.</summary>
    Histogram,
}
