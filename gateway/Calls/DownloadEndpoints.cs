using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using Tsunagu.Gateway.Catalogue;
using Tsunagu.Gateway.Routing;

namespace Tsunagu.Gateway.Calls;

/// <summary>The REST form of server streams of bytes: the body is the file, without the line ends that stand between messages otherwise.</summary>
static class DownloadEndpoints
{
    /// <summary>Maps every download of the catalogue.</summary>
    public static void MapDownloads(this IEndpointRouteBuilder endpoints, ContractCatalogue catalogue)
    {
        foreach (var operation in catalogue.Operations.Where(o => o.Download is not null))
        {
            var method = MessageMarshaller.MethodOf(operation.Method);
            foreach (var binding in operation.Bindings)
                endpoints.MapMethods(RoutePatterns.Of(binding.Path), [binding.Method], context => HandleAsync(context, operation, method)).RequireAuthorization();
        }
    }

    static Task HandleAsync(HttpContext context, Operation operation, Method<IMessage, IMessage> method) => OwnCalls.AnswerAsync(context, async () =>
    {
        var request = RequestHead.Read(context.Request, operation);
        _ = await context.RequestServices.GetRequiredService<ServiceChannels>().CallAsync(
            operation, invoker => PipeAsync(context, invoker, method, request), () => !context.Response.HasStarted);
    });

    // Written and flushed piece by piece: the caller's pace is the service's pace.
    static async Task<bool> PipeAsync(HttpContext context, CallInvoker invoker, Method<IMessage, IMessage> method, IMessage request)
    {
        var (response, ct) = (context.Response, context.RequestAborted);
        using var call = invoker.AsyncServerStreamingCall(method, null, new CallOptions(CallerHeaders.Of(context.Request), cancellationToken: ct), request);
        while (await call.ResponseStream.MoveNext(ct))
        {
            var piece = (HttpBody)call.ResponseStream.Current;
            if (!response.HasStarted)
            {
                response.ContentType = piece.ContentType;
                // Never shown in place: what a stranger's file holds is not the gateway's to run.
                response.Headers.ContentDisposition = "attachment";
            }
            await response.Body.WriteAsync(piece.Data.Memory, ct);
            await response.Body.FlushAsync(ct);
        }
        return true;
    }
}
