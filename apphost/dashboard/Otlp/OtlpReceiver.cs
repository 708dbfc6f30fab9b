using Aspire.Dashboard.Store;
using OpenTelemetry.Proto.Collector.Logs.V1;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Collector.Trace.V1;

namespace Aspire.Dashboard.Otlp;

/// <summary>Takes exports into the store, whichever protocol brought them.</summary>
sealed class OtlpReceiver(TelemetryStore store)
{
    const string Full = "the trace has reached the number of spans or bytes that is kept";

    readonly SpanMapper _spans = new(store.Limits);
    readonly LogMapper _logs = new(store.Limits);

    public ExportTraceServiceResponse Receive(ExportTraceServiceRequest request)
    {
        var spans = _spans.Map(request);
        Note(spans.Select(s => s.Resource));
        var refused = store.Traces.Add(spans);
        return refused == 0 ? new() : new() { PartialSuccess = new() { RejectedSpans = refused, ErrorMessage = Full } };
    }

    public ExportLogsServiceResponse Receive(ExportLogsServiceRequest request)
    {
        var logs = _logs.Map(request);
        Note(logs.Select(l => l.Resource));
        store.Logs.Add(logs);
        return new();
    }

    public ExportMetricsServiceResponse Receive(ExportMetricsServiceRequest request)
    {
        var samples = MetricMapper.Map(request);
        Note(samples.Select(s => s.Key.Resource));
        store.Metrics.Add(samples);
        return new();
    }

    void Note(IEnumerable<string> services)
    {
        foreach (var service in services.Distinct())
            store.Services.IndexOf(service);
    }
}
