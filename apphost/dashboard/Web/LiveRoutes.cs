using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Aspire.Dashboard.Resources;
using Aspire.Dashboard.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Aspire.Dashboard.Web;

/// <summary>Event streams: the version of what a page shows, and console lines.</summary>
static class LiveRoutes
{
    // A page that changes all the time is told so a few times a second, not once per span.
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    // Charts are heavy to draw and gain nothing from haste.
    static readonly TimeSpan ChartPace = TimeSpan.FromSeconds(2);

    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        var live = routes.MapGroup("/live");
        live.MapGet("/resources", (ResourceBoard board, HttpContext http, IHostApplicationLifetime life) => Versions(board.Changes, () => board.Changes.Version, http, life));
        live.MapGet("/logs", (TelemetryStore store, HttpContext http, IHostApplicationLifetime life) => Versions(store.Logs.Changes, () => store.Logs.Changes.Version, http, life));
        live.MapGet("/traces", (TelemetryStore store, HttpContext http, IHostApplicationLifetime life) => Versions(store.Traces.Changes, () => store.Traces.Changes.Version, http, life));
        live.MapGet("/traces/{traceId}", (TelemetryStore store, string traceId, HttpContext http, IHostApplicationLifetime life) =>
            Versions(store.Traces.Changes, () => store.Traces.SpanCount(traceId), http, life));
        live.MapGet("/metrics", (TelemetryStore store, HttpContext http, IHostApplicationLifetime life) => Versions(store.Metrics.Changes, () => store.Metrics.Changes.Version, http, life, ChartPace));
        live.MapGet("/console", (ResourceBoard board, string? resource, long? after, HttpContext http, IHostApplicationLifetime life) =>
            board.FindConsole(resource ?? "") is { } console
                ? TypedResults.ServerSentEvents(LinesAsync(console, LastSeen(http) ?? after ?? 0, http, Ends(http, life)))
                : Results.NotFound());
    }

    static ServerSentEventsResult<long> Versions(ChangeSignal changes, Func<long> version, HttpContext http, IHostApplicationLifetime life, TimeSpan? pace = null) =>
        TypedResults.ServerSentEvents(VersionsAsync(changes, version, pace ?? Pace, http, Ends(http, life)));

    static async IAsyncEnumerable<SseItem<long>> VersionsAsync(ChangeSignal changes, Func<long> version, TimeSpan pace, HttpContext http, [EnumeratorCancellation] CancellationToken ends)
    {
        await OpenAsync(http, ends);
        var told = -1L;
        while (!ends.IsCancellationRequested)
        {
            var seen = changes.Version;
            if (version() is var now && now != told)
                yield return new SseItem<long>(told = now);
            await Task.Delay(pace, ends).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await changes.WaitAsync(seen, ends).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    static async IAsyncEnumerable<SseItem<LiveLine>> LinesAsync(ConsoleLog console, long after, HttpContext http, [EnumeratorCancellation] CancellationToken ends)
    {
        await OpenAsync(http, ends);
        while (!ends.IsCancellationRequested)
        {
            var seen = console.Changes.Version;
            foreach (var (number, line) in console.After(after, 1_000))
            {
                after = number;
                yield return new SseItem<LiveLine>(new LiveLine(Pages.Display.Clock(line.Time), line.Text, line.IsError)) { EventId = $"{number}" };
            }
            await console.Changes.WaitAsync(seen, ends).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The browser counts as connected when the headers arrive, which may be long before the first event.
    static Task OpenAsync(HttpContext http, CancellationToken ends) => http.Response.Body.FlushAsync(ends);

    // The browser names the last line it got when it connects again.
    static long? LastSeen(HttpContext http) => long.TryParse(http.Request.Headers["Last-Event-ID"], out var number) ? number : null;

    static CancellationToken Ends(HttpContext http, IHostApplicationLifetime life)
    {
        var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Response.RegisterForDispose(ends);
        return ends.Token;
    }
}
