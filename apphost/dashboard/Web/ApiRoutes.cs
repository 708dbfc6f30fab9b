using Aspire.Dashboard.Layout;
using Aspire.Dashboard.Resources;
using Aspire.Dashboard.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Dashboard.Web;

/// <summary>What the pages show, as JSON.</summary>
static class ApiRoutes
{
    const int Most = 1_000;

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api");
        api.MapGet("/resources", (ResourceBoard board) => board.Resources);
        api.MapGet("/resources/{name}/console", (ResourceBoard board, string name, long? after) =>
            board.FindConsole(name) is { } console
                ? Results.Json(console.After(after ?? 0, Most).Select(l => new { l.Number, l.Line.Time, l.Line.IsError, l.Line.Text }))
                : Results.NotFound());
        api.MapGet("/traces", (TelemetryStore store, [AsParameters] TraceQuery query) => store.Traces.List(query.Filter, Most));
        api.MapGet("/traces/{traceId}", (TelemetryStore store, string traceId) =>
            store.Traces.Find(traceId) is { } trace ? Results.Json(Describe(trace)) : Results.NotFound());
        api.MapGet("/logs", (TelemetryStore store, [AsParameters] LogQuery query) => store.Logs.List(query.Filter, Most));
        api.MapGet("/metrics", (TelemetryStore store, string? resource) => store.Metrics.List(resource).Select(Describe));
    }

    /// <summary>The trace with its spans in the order of the waterfall.</summary>
    static object Describe(TraceSnapshot trace) => new
    {
        trace.Summary.TraceId,
        trace.Summary.Name,
        trace.Summary.Resource,
        trace.Summary.StartNanos,
        trace.Summary.DurationNanos,
        trace.Summary.SpanCount,
        trace.Summary.ErrorCount,
        trace.Summary.DroppedSpans,
        trace.Summary.Services,
        Spans = Waterfall.Build(trace.Spans).Rows.Select(r => new
        {
            r.Span.SpanId,
            r.Span.ParentSpanId,
            r.Span.Name,
            r.Span.Resource,
            r.Span.Scope,
            r.Span.Kind,
            r.Span.StartNanos,
            r.Span.DurationNanos,
            r.Span.IsError,
            r.Span.StatusMessage,
            r.Span.Attributes,
            r.Span.Events,
            r.Span.Links,
            r.Depth,
            r.IsOrphan,
        }),
    };

    static object Describe(MetricInstrument instrument) => new
    {
        instrument.Key.Resource,
        instrument.Key.Scope,
        instrument.Key.Name,
        instrument.Kind,
        instrument.Unit,
        instrument.Description,
        Series = instrument.Series.Select(s => new { s.Instance, s.Attributes, s.Last.TimeNanos, s.Last.Value, s.Last.Count }),
    };
}
