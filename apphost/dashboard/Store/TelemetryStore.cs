namespace Aspire.Dashboard.Store;

/// <summary>Everything received over OTLP, in memory and bounded.</summary>
/// <param name="limits">Bounds.</param>
public sealed class TelemetryStore(TelemetryLimits limits)
{
    /// <summary>Bounds.</summary>
    public TelemetryLimits Limits { get; } = limits;

    /// <summary>Traces.</summary>
    public TraceStore Traces { get; } = new(limits);

    /// <summary>Structured logs.</summary>
    public LogStore Logs { get; } = new(limits);

    /// <summary>Metrics.</summary>
    public MetricStore Metrics { get; } = new(limits);

    /// <summary>Services seen, in the order of their first telemetry.</summary>
    public ServiceDirectory Services { get; } = new();
}
