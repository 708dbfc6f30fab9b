using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Tsunagu.Gateway.Problems;
using Tsunagu.Gateway.Web;

namespace Tsunagu.Gateway.Edge;

/// <summary>Refuses a body before it reaches a service: one larger than the endpoint takes, or not JSON where JSON is mapped.</summary>
sealed class BodyChecks(RequestDelegate next)
{
    /// <summary>Runs after routing and authorization.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (Marked<JsonBody>(context) && !context.Request.HasJsonContentType())
            await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType);
        else if (!await FitsAsync(context))
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge);
        else
            await next(context);
    }

    static async Task<bool> FitsAsync(HttpContext context)
    {
        if (Marked<OpenBody>(context) && context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { MaxRequestBodySize: { } limit, IsReadOnly: false } size)
            return true;
        var web = context.Features.Get<WebCall>();
        var announced = web is null ? context.Request.ContentLength : web.Announced;
        var allowed = web?.OnTheWire(limit) ?? limit;
        size.MaxRequestBodySize = allowed;
        if (announced <= allowed || (announced is null && !OneMessage(context, web)))
            return true;
        // The server drops a connection over whose limit a body goes, and with it the answer. Without one it reads on for a while.
        size.MaxRequestBodySize = null;
        return announced is null && await HoldAsync(context, limit);
    }

    static bool OneMessage(HttpContext context, WebCall? web) => Marked<JsonBody>(context) || (web is not null && !Marked<OpenBody>(context));

    // A body of unknown length is read before it is sent on: only then its size is known.
    static async Task<bool> HoldAsync(HttpContext context, long limit)
    {
        var held = new MemoryStream();
        var buffer = new byte[16 << 10];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is var read and > 0)
        {
            if (held.Length + read > limit)
                return false;
            held.Write(buffer, 0, read);
        }

        held.Position = 0;
        context.Request.Body = held;
        return true;
    }

    static Task RefuseAsync(HttpContext context, int status) => ProblemWriter.WriteAsync(context, ProblemTexts.ForStatus(status));

    static bool Marked<T>(HttpContext context)
        where T : class => context.GetEndpoint()?.Metadata.GetMetadata<T>() is not null;
}
