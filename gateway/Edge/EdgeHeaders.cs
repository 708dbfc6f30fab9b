using Microsoft.Net.Http.Headers;
using Tsunagu.Gateway.Problems;
using Tsunagu.Gateway.Web;

namespace Tsunagu.Gateway.Edge;

/// <summary>Headers that browsers and proxies heed, on every answer but those to native gRPC clients.</summary>
static class EdgeHeaders
{
    /// <summary>Set when the answer starts, so that an error page cannot lose them.</summary>
    public static void UseEdgeHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!ProblemWriter.IsGrpc(context.Request) || WebCall.Is(context.Request))
            context.Response.OnStarting(Set, context.Response.Headers);
        return next(context);
    });

    static Task Set(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        // Answers hold personal data: nothing on the way keeps a copy unless an endpoint says otherwise.
        if (!headers.ContainsKey(HeaderNames.CacheControl))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
