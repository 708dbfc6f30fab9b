namespace Aspire.Dashboard;

/// <summary>Bounds of the in-memory store. When one is reached the oldest entry gives way; nothing is written to disk.</summary>
public sealed record TelemetryLimits
{
    /// <summary>Traces kept.</summary>
    public int Traces { get; init; } = 2_000;

    /// <summary>Spans kept of one trace; later ones are counted as dropped.</summary>
    public int SpansPerTrace { get; init; } = 5_000;

    /// <summary>Estimated bytes of all spans kept.</summary>
    public long SpanBytes { get; init; } = 96L << 20;

    /// <summary>Log records kept.</summary>
    public int Logs { get; init; } = 10_000;

    /// <summary>Estimated bytes of all log records kept.</summary>
    public long LogBytes { get; init; } = 32L << 20;

    /// <summary>Metric series (instrument and attribute set of one process) kept.</summary>
    public int MetricSeries { get; init; } = 4_000;

    /// <summary>Measurements kept of one series.</summary>
    public int PointsPerSeries { get; init; } = 120;

    /// <summary>Attributes kept of one span, event, link, log record or series.</summary>
    public int Attributes { get; init; } = 128;

    /// <summary>Characters kept of one name, attribute value or log message.</summary>
    public int TextLength { get; init; } = 4_096;
}
