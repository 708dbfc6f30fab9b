using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Web.Internal;

/// <summary>Shows a gRPC-Web call to those behind it as a gRPC call, and turns their answer back.</summary>
sealed class GrpcWebMiddleware(RequestDelegate next, GrpcWebOptions options, ILogger<GrpcWebMiddleware> log)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || MediaTypes.FormOf(http.Request.ContentType) is not { } request)
            return next(http);
        if (http.GetEndpoint()?.Metadata.GetMetadata<IGrpcWebEnabledMetadata>()?.GrpcWebEnabled ?? options.DefaultEnabled)
            return RunAsync(http, request, MediaTypes.FormOf(http.Request.Headers.Accept) ?? WebForm.Binary);
        log.NotEnabled(http.Request.Path);
        return next(http);
    }

    async Task RunAsync(HttpContext http, WebForm request, WebForm response)
    {
        var bodies = new WebBodies(http, request, response);
        var protocol = http.Request.Protocol;
        // gRPC servers accept nothing but HTTP/2.
        http.Request.Protocol = HttpProtocol.Http2;
        http.Request.ContentType = MediaTypes.ToGrpc(http.Request.ContentType!);
        http.Response.OnStarting(() =>
        {
            // The server frames the answer by the protocol of the request.
            http.Request.Protocol = protocol;
            TurnHeaders(http.Response, response);
            return Task.CompletedTask;
        });
        try
        {
            await next(http);
            await bodies.EndAsync();
        }
        finally
        {
            bodies.Restore();
            http.Request.Protocol = protocol;
        }
    }

    static void TurnHeaders(HttpResponse response, WebForm form)
    {
        if (!MediaTypes.IsGrpc(response.ContentType))
            return;
        response.ContentType = MediaTypes.ToWeb(response.ContentType!, form);
        // Trailers follow in the body, and text is longer than what it encodes.
        response.ContentLength = null;
    }
}
