using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Tsunagu.Gateway.Catalogue;
using Tsunagu.Gateway.Edge;
using Tsunagu.Gateway.Problems;
using Tsunagu.Gateway.Routing;

namespace Tsunagu.Gateway.Calls;

/// <summary>The REST form of client-streaming RPCs: the body is the file.</summary>
static class UploadEndpoints
{
    /// <summary>Maps every upload of the catalogue.</summary>
    public static void MapUploads(this IEndpointRouteBuilder endpoints, ContractCatalogue catalogue)
    {
        var limit = endpoints.ServiceProvider.GetRequiredService<IOptions<GatewayLimits>>().Value.UploadBytes;
        foreach (var operation in catalogue.Operations.Where(o => o.Upload is not null))
        {
            var call = new UploadCall(operation);
            foreach (var binding in operation.Bindings)
            {
                endpoints.MapMethods(RoutePatterns.Of(binding.Path), [binding.Method], context => HandleAsync(context, operation, call))
                    .RequireAuthorization()
                    .WithMetadata(new RequestSizeLimitAttribute(limit));
            }
        }
    }

    static async Task HandleAsync(HttpContext context, Operation operation, UploadCall call)
    {
        if (!IsPlain(context.Request))
        {
            await ProblemWriter.WriteAsync(context, new Problem(415, "UPLOAD_MUST_BE_PLAIN", "ファイルは、multipartや圧縮を使わず本文にそのまま送ってください。"));
            return;
        }

        await OwnCalls.AnswerAsync(context, async () =>
        {
            var head = RequestHead.Read(context.Request, operation);
            var untouched = true;
            var answer = await context.RequestServices.GetRequiredService<ServiceChannels>().CallAsync(
                operation, invoker => call.RunAsync(invoker, head, OpenBody, CallerHeaders.Of(context.Request), context.RequestAborted), () => untouched);
            await OwnCalls.WriteAsync(context, answer);

            // A body can be read once: from here on no other replica can take the call.
            Stream OpenBody()
            {
                untouched = false;
                return context.Request.Body;
            }
        });
    }

    static bool IsPlain(HttpRequest request) =>
        request.Headers.ContentEncoding.Count == 0 && request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is not true;
}
