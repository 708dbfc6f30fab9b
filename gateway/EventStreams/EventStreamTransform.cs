using System.IO.Pipelines;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Gateway.Edge;
using Tsunagu.ServiceDefaults.Wire;
using Yarp.ReverseProxy.Transforms;

namespace Tsunagu.Gateway.EventStreams;

/// <summary>Offers a mapped server stream as server-sent events to callers that accept <c>text/event-stream</c>.</summary>
sealed class EventStreamTransform(IOptions<GatewayLimits> limits, TimeProvider clock)
{
    const string MediaType = "text/event-stream";

    /// <summary>Passes Last-Event-ID on as the field that resumes the stream.</summary>
    public static ValueTask ResumeAsync(RequestTransformContext context, EventStreamOption stream)
    {
        var last = context.HttpContext.Request.Headers["Last-Event-ID"].ToString();
        if (stream.ResumeField.Length > 0 && last.Length > 0 && Wanted(context.HttpContext))
            context.Query.Collection[stream.ResumeField] = last;
        context.ProxyRequest.Headers.Remove("Last-Event-ID");
        return ValueTask.CompletedTask;
    }

    /// <summary>Re-frames the answer; without the Accept header it stays newline-delimited JSON.</summary>
    public async ValueTask ReframeAsync(ResponseTransformContext context, EventStreamOption stream)
    {
        if (context.SuppressResponseBody || context.ProxyResponse is not { IsSuccessStatusCode: true } answer || !Wanted(context.HttpContext))
            return;
        context.SuppressResponseBody = true;
        var response = context.HttpContext.Response;
        response.ContentLength = null;
        response.ContentType = $"{MediaType}; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        // Tells buffering proxies on the way to let events through.
        response.Headers["X-Accel-Buffering"] = "no";
        var source = PipeReader.Create(await answer.Content.ReadAsStreamAsync(context.CancellationToken));
        var start = answer.Headers.TryGetValues(CursorHeader.Name, out var cursors) ? cursors.First() : "";
        var writer = new EventStreamWriter(stream.IdField, start, limits.Value.Heartbeat, clock);
        try
        {
            await writer.CopyAsync(source, response.BodyWriter, context.CancellationToken);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            // The reader left, or the service went away: then the reader must see a broken stream and resume, not a finished one.
            context.HttpContext.Abort();
        }
        finally
        {
            await source.CompleteAsync();
        }
    }

    static bool Wanted(HttpContext context) =>
        MediaTypeHeaderValue.TryParseList(context.Request.Headers.Accept, out var accepted)
        && accepted.Any(a => a.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase) && a.Quality is not 0);
}
