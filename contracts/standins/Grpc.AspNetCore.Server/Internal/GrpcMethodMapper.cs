using Grpc.AspNetCore.Server.Internal.Calls;
using Grpc.AspNetCore.Server.Internal.Methods;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Maps a method to <c>POST /package.Service/Method</c>.</summary>
sealed class GrpcMethodMapper(ILoggerFactory loggers) : IMethodMapper, IServerMethodVisitor<RequestDelegate>
{
    readonly ILogger log = loggers.CreateLogger("Grpc.AspNetCore.Server.ServerCallHandler");

    public IEnumerable<IEndpointConventionBuilder> Map(IEndpointRouteBuilder builder, ServerMethod method)
    {
        var endpoint = builder.Map(method.Description.FullName, method.Accept(this)).WithDisplayName($"gRPC - {method.Description.FullName}");
        endpoint.WithMetadata([.. method.Metadata, new HttpMethodMetadata([HttpMethods.Post], acceptCorsPreflight: true)]);
        return [endpoint];
    }

    RequestDelegate IServerMethodVisitor<RequestDelegate>.Visit<TRequest, TResponse>(ServerMethod<TRequest, TResponse> method) => http =>
    {
        if (!RequestCheck.Accepts(http))
            return Task.CompletedTask;
        if (method.HasRequestStream)
            LiftBodyLimits(http);
        var call = new GrpcServerCall<TRequest, TResponse>(http, method, log);
        http.Features.Set<IServerCallContextFeature>(call);
        return call.RunAsync();
    };

    // A stream lasts as long as it lasts; each message in it has a limit of its own.
    static void LiftBodyLimits(HttpContext http)
    {
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
    }
}
