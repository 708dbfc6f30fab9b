namespace Aspire.Dashboard.Store;

/// <summary>A structured log record as it was received.</summary>
public sealed record LogEntry
{
    /// <summary>Place in the order of receipt, from 1; given by the store.</summary>
    public long Number { get; init; }

    /// <summary>Nanoseconds since 1970-01-01 UTC.</summary>
    public required long TimeNanos { get; init; }

    /// <summary>Severity 1 to 24 in the numbering of the OpenTelemetry protocol; 0 when not said.</summary>
    public int Severity { get; init; }

    /// <summary>Service name of the process that sent it.</summary>
    public required string Resource { get; init; }

    /// <summary>Logger category.</summary>
    public string Category { get; init; } = "";

    /// <summary>The message.</summary>
    public required string Message { get; init; }

    /// <summary>The trace it was written in; null outside a trace.</summary>
    public string? TraceId { get; init; }

    /// <summary>The span it was written in; null outside a span.</summary>
    public string? SpanId { get; init; }

    /// <summary>Attributes.</summary>
    public IReadOnlyList<Tag> Attributes { get; init; } = [];

    /// <summary>The severity as a level.</summary>
    public LogSeverity Level => Severity switch
    {
        >= 21 => LogSeverity.Critical,
        >= 17 => LogSeverity.Error,
        >= 13 => LogSeverity.Warning,
        >= 9 => LogSeverity.Information,
        >= 5 => LogSeverity.Debug,
        _ => LogSeverity.Trace,
    };

    internal long EstimatedBytes => 300 + 2L * Message.Length + Tag.Bytes(Attributes);
}
