namespace Aspire.Dashboard.Store;

/// <summary>A measurement on its way into the store.</summary>
public sealed record MetricSample
{
    /// <summary>The instrument.</summary>
    public required MetricKey Key { get; init; }

    /// <summary>Process it came from; processes of one service have series of their own.</summary>
    public string Instance { get; init; } = "";

    /// <summary>What the numbers mean.</summary>
    public required MetricKind Kind { get; init; }

    /// <summary>Unit as sent, such as <c>s</c> or <c>By</c>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Description as sent.</summary>
    public string Description { get; init; } = "";

    /// <summary>The dimensions.</summary>
    public IReadOnlyList<Tag> Attributes { get; init; } = [];

    /// <summary>True when the numbers are those since the last export rather than totals.</summary>
    public bool IsDelta { get; init; }

    /// <summary>The measurement.</summary>
    public required MetricPoint Point { get; init; }

    /// <summary>Upper bounds of the buckets, ascending; empty when there are none.</summary>
    public IReadOnlyList<double> Bounds { get; init; } = [];

    /// <summary>Recorded values per bucket, one more than bounds.</summary>
    public IReadOnlyList<double> Buckets { get; init; } = [];
}
