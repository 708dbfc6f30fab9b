using Aspire.Dashboard.Store;
using OpenTelemetry.Proto.Collector.Logs.V1;
using OpenTelemetry.Proto.Logs.V1;

namespace Aspire.Dashboard.Otlp;

/// <summary>Log records of an export.</summary>
sealed class LogMapper(TelemetryLimits limits)
{
    public IReadOnlyList<LogEntry> Map(ExportLogsServiceRequest request) =>
    [
        .. from resource in request.ResourceLogs
           let sender = Sender.Of(resource.Resource)
           from scope in resource.ScopeLogs
           from record in scope.LogRecords
           select Map(record, sender, scope.Scope?.Name ?? ""),
    ];

    LogEntry Map(LogRecord record, Sender sender, string scope) => new()
    {
        TimeNanos = OtlpValue.Nanos(record.TimeUnixNano != 0 ? record.TimeUnixNano : record.ObservedTimeUnixNano),
        Severity = record.SeverityNumber,
        Resource = sender.Service,
        Category = OtlpValue.Cut(scope, 200),
        Message = OtlpValue.Cut(OtlpValue.Text(record.Body), limits.TextLength),
        TraceId = OtlpValue.Id(record.TraceId, 16),
        SpanId = OtlpValue.Id(record.SpanId, 8),
        Attributes = OtlpValue.Tags(record.Attributes, limits.Attributes, limits.TextLength),
    };
}
