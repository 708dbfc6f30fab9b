using Aspire.Dashboard.Store;

namespace Aspire.Dashboard.Web;

/// <summary>The query of the log list. A level that is none is read as the lowest.</summary>
sealed record LogQuery(string? Resource, string? Level, string? Q, string? TraceId, string? SpanId)
{
    public LogFilter Filter => new()
    {
        Resource = Resource,
        MinimumLevel = Enum.TryParse<LogSeverity>(Level, ignoreCase: true, out var level) && Enum.IsDefined(level) ? level : LogSeverity.Trace,
        Text = Q,
        TraceId = TraceId,
        SpanId = string.IsNullOrWhiteSpace(SpanId) ? null : SpanId,
    };
}
