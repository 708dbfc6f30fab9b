namespace Aspire.Dashboard.Store;

/// <summary>Which log records are wanted. An empty filter wants all.</summary>
public sealed record LogFilter
{
    /// <summary>Service that wrote it.</summary>
    public string? Resource { get; init; }

    /// <summary>Lowest level wanted.</summary>
    public LogSeverity MinimumLevel { get; init; }

    /// <summary>Beginning of the trace id; case does not matter.</summary>
    public string? TraceId { get; init; }

    /// <summary>The span it was written in.</summary>
    public string? SpanId { get; init; }

    /// <summary>Part of the message or the category; case does not matter.</summary>
    public string? Text { get; init; }

    internal bool Wants(LogEntry log) =>
        log.Level >= MinimumLevel
        && (string.IsNullOrEmpty(Resource) || log.Resource == Resource)
        && (string.IsNullOrWhiteSpace(TraceId) || log.TraceId?.StartsWith(TraceId.Trim(), StringComparison.OrdinalIgnoreCase) == true)
        && (string.IsNullOrEmpty(SpanId) || log.SpanId == SpanId)
        && (string.IsNullOrWhiteSpace(Text) || Mentions(log, Text.Trim()));

    static bool Mentions(LogEntry log, string text) =>
        log.Message.Contains(text, StringComparison.OrdinalIgnoreCase) || log.Category.Contains(text, StringComparison.OrdinalIgnoreCase);
}
