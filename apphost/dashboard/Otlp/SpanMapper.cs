using Aspire.Dashboard.Store;
using OpenTelemetry.Proto.Collector.Trace.V1;
using OpenTelemetry.Proto.Trace.V1;
using SpanKind = Aspire.Dashboard.Store.SpanKind;

namespace Aspire.Dashboard.Otlp;

/// <summary>Spans of an export. One without a valid trace or span id is left out.</summary>
sealed class SpanMapper(TelemetryLimits limits)
{
    public IReadOnlyList<SpanRecord> Map(ExportTraceServiceRequest request) =>
    [
        .. from resource in request.ResourceSpans
           let sender = Sender.Of(resource.Resource)
           from scope in resource.ScopeSpans
           from span in scope.Spans
           let mapped = Map(span, sender, scope.Scope?.Name ?? "")
           where mapped is not null
           select mapped,
    ];

    SpanRecord? Map(Span span, Sender sender, string scope)
    {
        if (OtlpValue.Id(span.TraceId, 16) is not { } traceId || OtlpValue.Id(span.SpanId, 8) is not { } spanId)
            return null;
        var tags = Tags(span.Attributes);
        var start = OtlpValue.Nanos(span.StartTimeUnixNano);
        return new SpanRecord
        {
            TraceId = traceId,
            SpanId = spanId,
            ParentSpanId = OtlpValue.Id(span.ParentSpanId, 8),
            Name = SpanName.Of(Cut(span.Name), tags),
            Resource = sender.Service,
            Scope = OtlpValue.Cut(scope, 200),
            Kind = Enum.IsDefined((SpanKind)span.Kind) ? (SpanKind)span.Kind : SpanKind.Unspecified,
            StartNanos = start,
            EndNanos = Math.Max(start, OtlpValue.Nanos(span.EndTimeUnixNano)),
            IsError = span.Status?.Code == Status.Types.StatusCode.Error,
            StatusMessage = Cut(span.Status?.Message ?? ""),
            Attributes = tags,
            Events = [.. span.Events.Take(limits.Attributes).Select(e => new SpanEvent(OtlpValue.Nanos(e.TimeUnixNano), Cut(e.Name), Tags(e.Attributes)))],
            Links = [.. span.Links.Take(limits.Attributes).Select(Map).OfType<SpanLink>()],
        };
    }

    SpanLink? Map(Span.Types.Link link) =>
        OtlpValue.Id(link.TraceId, 16) is { } traceId && OtlpValue.Id(link.SpanId, 8) is { } spanId
            ? new SpanLink(traceId, spanId, Tags(link.Attributes))
            : null;

    string Cut(string text) => OtlpValue.Cut(text, limits.TextLength);

    IReadOnlyList<Tag> Tags(IReadOnlyCollection<OpenTelemetry.Proto.Common.V1.KeyValue> attributes) =>
        OtlpValue.Tags(attributes, limits.Attributes, limits.TextLength);
}
