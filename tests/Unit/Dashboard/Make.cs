using Aspire.Dashboard.Store;

namespace Tsunagu.Tests.Unit.Dashboard;

/// <summary>Spans, logs and measurements with short ids; times are milliseconds.</summary>
static class Make
{
    public static SpanRecord Span(string id, string? parent = null, long start = 0, long end = 10, int trace = 1, string resource = "intake", bool error = false, string name = "work", int padding = 0) => new()
    {
        TraceId = TraceId(trace),
        SpanId = id,
        ParentSpanId = parent,
        Name = name,
        Resource = resource,
        StartNanos = start * 1_000_000,
        EndNanos = end * 1_000_000,
        IsError = error,
        Attributes = padding > 0 ? [new Tag("padding", new string('x', padding))] : [],
    };

    public static string TraceId(int number) => $"{number:x32}";

    public static LogEntry Log(string message, int severity = 9, string resource = "intake", long time = 0, string? traceId = null) =>
        new() { TimeNanos = time, Severity = severity, Resource = resource, Message = message, TraceId = traceId };

    public static MetricSample Sample(double value, long seconds = 0, string name = "requests", string resource = "intake", MetricKind kind = MetricKind.Counter, bool delta = false, double count = 0) => new()
    {
        Key = new MetricKey(resource, "meter", name),
        Kind = kind,
        IsDelta = delta,
        Point = new MetricPoint(seconds * 1_000_000_000, value, count),
    };
}
