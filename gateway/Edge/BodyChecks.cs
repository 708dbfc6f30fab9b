using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Tsunagu.Gateway.Problems;

namespace Tsunagu.Gateway.Edge;

/// <summary>Refuses a body before it is read: one announced larger than the endpoint takes, or not JSON where JSON is mapped.</summary>
sealed class BodyChecks(RequestDelegate next)
{
    /// <summary>Runs after routing and authorization.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        if (context.Request.ContentLength > limit)
            return ProblemWriter.WriteAsync(context, ProblemTexts.ForStatus(StatusCodes.Status413PayloadTooLarge));
        if (Marked<JsonBody>(context) && !context.Request.HasJsonContentType())
            return ProblemWriter.WriteAsync(context, ProblemTexts.ForStatus(StatusCodes.Status415UnsupportedMediaType));
        if (Marked<OpenBody>(context) && context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
        return next(context);
    }

    static bool Marked<T>(HttpContext context)
        where T : class => context.GetEndpoint()?.Metadata.GetMetadata<T>() is not null;
}
