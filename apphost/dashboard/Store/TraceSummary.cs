namespace Aspire.Dashboard.Store;

/// <summary>One line about a trace.</summary>
/// <param name="TraceId">32 lower-case hexadecimal digits.</param>
/// <param name="Name">Name of its root span, or of its earliest span while the root is missing.</param>
/// <param name="Resource">Service of that span.</param>
/// <param name="StartNanos">Earliest start, nanoseconds since 1970-01-01 UTC.</param>
/// <param name="DurationNanos">From the earliest start to the latest end.</param>
/// <param name="SpanCount">Spans kept.</param>
/// <param name="ErrorCount">Spans marked as failed.</param>
/// <param name="DroppedSpans">Spans refused because the trace had reached its bound.</param>
/// <param name="Services">Services that took part, most spans first.</param>
public sealed record TraceSummary(
    string TraceId,
    string Name,
    string Resource,
    long StartNanos,
    long DurationNanos,
    int SpanCount,
    int ErrorCount,
    int DroppedSpans,
    IReadOnlyList<ServiceShare> Services);
