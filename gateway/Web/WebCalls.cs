namespace Tsunagu.Gateway.Web;

/// <summary>Lets pages call gRPC by gRPC-Web: those behind this see a gRPC call, its caller sees its own form again.</summary>
static class WebCalls
{
    /// <summary>Serves gRPC-Web on every port; outermost, so that the gateway's own refusals have the form too.</summary>
    public static void UseWebCalls(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            if (WebCall.Is(context.Request))
                context.Features.Set(WebCall.Of(context.Request));
            return next(context);
        });
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.Use((context, next) =>
        {
            if (context.Features.Get<WebCall>() is { } call && !WebCall.Is(context.Request))
                Forwardable(context, call);
            return next(context);
        });
    }

    // The proxy copies streams, and gRPC-Web promises pipes alone. To the proxy a gRPC call over HTTP/2 may stream without
    // end; a page's call is shown as it came.
    static void Forwardable(HttpContext context, WebCall call)
    {
        context.Request.Protocol = call.Protocol;
        context.Request.Body = context.Request.BodyReader.AsStream(leaveOpen: true);
        context.Response.Body = context.Response.BodyWriter.AsStream(leaveOpen: true);
        if (call.Text)
            context.Request.ContentLength = null;
    }
}
