namespace Aspire.Dashboard.Store;

/// <summary>A measurement of a series.</summary>
/// <param name="TimeNanos">Nanoseconds since 1970-01-01 UTC.</param>
/// <param name="Value">The value, or the total since the series began.</param>
/// <param name="Count">Recorded values since the series began; 0 unless a histogram.</param>
public readonly record struct MetricPoint(long TimeNanos, double Value, double Count);
