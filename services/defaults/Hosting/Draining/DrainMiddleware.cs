using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Tsunagu.ServiceDefaults.Hosting;

/// <summary>Counts the calls in flight and gives each a token that ends with the service; gRPC and mapped REST alike.</summary>
sealed class DrainMiddleware(RequestDelegate next, Drain drain)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not { } endpoint)
        {
            await next(context);
            return;
        }

        var caller = context.RequestAborted;
        using var call = drain.Enter(endpoint.Method.Type is MethodType.ServerStreaming or MethodType.DuplexStreaming, caller);
        context.Features.Set(call);
        context.RequestAborted = call.Token;
        try
        {
            await next(context);
        }
        finally
        {
            context.RequestAborted = caller;
        }
    }
}
