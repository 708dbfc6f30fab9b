using Grpc.Core;
using Grpc.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Answers calls of methods and services that do not exist.</summary>
sealed class UnimplementedEndpoints(ILogger<UnimplementedEndpoints> log)
{
    static readonly GrpcRequestsOnly Constraint = new();

    // Endpoints are mapped while the application is built, by one thread.
    readonly HashSet<string> services = new(StringComparer.Ordinal);
    bool anyService;

    internal IEnumerable<IEndpointConventionBuilder> Map(IEndpointRouteBuilder builder, IEnumerable<string> serviceNames)
    {
        List<IEndpointConventionBuilder> endpoints = [];
        if (!anyService)
        {
            anyService = true;
            endpoints.Add(Map(builder, "{unimplementedService}/{unimplementedMethod}", "Service is unimplemented."));
        }
        endpoints.AddRange(serviceNames.Where(services.Add).Select(name => Map(builder, $"{name}/{{unimplementedMethod}}", "Method is unimplemented.")));
        return endpoints;
    }

    IEndpointConventionBuilder Map(IEndpointRouteBuilder builder, string pattern, string detail)
    {
        var route = RoutePatternFactory.Parse(pattern, defaults: null, parameterPolicies: new RouteValueDictionary { ["unimplementedMethod"] = Constraint });
        return builder.Map(route, http =>
        {
            if (!RequestCheck.Accepts(http))
                return Task.CompletedTask;
            log.Unimplemented(http.Request.Path);
            ServerEvents.Log.CallUnimplemented(http.Request.Path);
            http.Response.ContentType = ProtocolHeaders.ContentType;
            RequestCheck.Refuse(http, StatusCodes.Status200OK, StatusCode.Unimplemented, detail);
            return Task.CompletedTask;
        })
            .WithDisplayName($"gRPC - {detail}")
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Post], acceptCorsPreflight: true));
    }

    sealed class GrpcRequestsOnly : IRouteConstraint
    {
        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            httpContext?.Request.ContentType is { } mediaType && (ProtocolHeaders.IsGrpc(mediaType) || IsWeb(mediaType));

        // The route is chosen before the form of gRPC-Web is turned.
        static bool IsWeb(string mediaType) => mediaType.StartsWith("application/grpc-web", StringComparison.OrdinalIgnoreCase);
    }
}
