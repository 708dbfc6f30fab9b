using Aspire.Dashboard.Pages;
using Aspire.Dashboard.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Dashboard.Web;

/// <summary>The pages.</summary>
static class PageRoutes
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (PageRenderer pages) => pages.RenderAsync<ResourcesPage>([]));
        routes.MapGet("/console", (PageRenderer pages, string? resource) =>
            pages.RenderAsync<ConsolePage>(new() { [nameof(ConsolePage.Resource)] = resource }));
        routes.MapGet("/logs", (PageRenderer pages, [AsParameters] LogQuery query) =>
            pages.RenderAsync<LogsPage>(new() { [nameof(LogsPage.Filter)] = query.Filter }));
        routes.MapGet("/traces", (PageRenderer pages, [AsParameters] TraceQuery query) =>
            pages.RenderAsync<TracesPage>(new() { [nameof(TracesPage.Filter)] = query.Filter }));
        routes.MapGet("/traces/{traceId}", (PageRenderer pages, TelemetryStore store, string traceId, string? span) =>
            store.Traces.Find(traceId) is { } trace
                ? pages.RenderAsync<TracePage>(new() { [nameof(TracePage.Trace)] = trace, [nameof(TracePage.Span)] = span })
                : NotFound(pages, "このトレースはまだ届いていないか、古くなって破棄されました。届くと表示されます。", Links.TraceStream(traceId)));
        routes.MapGet("/metrics", (PageRenderer pages, string? resource) =>
            pages.RenderAsync<MetricsPage>(new() { [nameof(MetricsPage.Resource)] = resource }));
        routes.MapFallback((PageRenderer pages) => NotFound(pages, "この場所にページはありません。"));
    }

    static Task<IResult> NotFound(PageRenderer pages, string message, string? live = null) =>
        pages.RenderAsync<NotFoundPage>(new() { [nameof(NotFoundPage.Message)] = message, [nameof(NotFoundPage.Live)] = live }, StatusCodes.Status404NotFound);
}
