namespace Aspire.Dashboard.Store;

/// <summary>Which traces are wanted. An empty filter wants all.</summary>
public sealed record TraceFilter
{
    /// <summary>A service that took part.</summary>
    public string? Resource { get; init; }

    /// <summary>Part of a span name, or the beginning of a trace id; case does not matter.</summary>
    public string? Text { get; init; }

    /// <summary>Only traces with a failed span.</summary>
    public bool ErrorsOnly { get; init; }

    internal bool Wants(TraceEntry trace) =>
        (string.IsNullOrEmpty(Resource) || trace.HasService(Resource))
        && (!ErrorsOnly || trace.ErrorCount > 0)
        && (string.IsNullOrWhiteSpace(Text) || trace.Mentions(Text.Trim()));
}
