using Microsoft.Extensions.Options;
using Tsunagu.Gateway.Catalogue;
using Tsunagu.Gateway.Edge;
using Tsunagu.Gateway.EventStreams;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;

namespace Tsunagu.Gateway.Routing;

/// <summary>The proxy, configured by the catalogue.</summary>
static class ProxySetup
{
    // A message of a unary call has five bytes in front.
    const int GrpcPrefix = 5;

    /// <summary>Adds the proxy.</summary>
    public static void AddContractProxy(this IServiceCollection services)
    {
        services.Configure<RouteOptions>(routing => routing.SetParameterPolicy<SegmentConstraint>(SegmentConstraint.Name));
        services.AddSingleton<ServiceAddresses>();
        services.AddSingleton<EventStreamTransform>();
        services.AddSingleton<IPassiveHealthCheckPolicy, UnreachablePolicy>();
        services.AddSingleton<IProxyConfigProvider>(provider =>
        {
            var catalogue = provider.GetRequiredService<ContractCatalogue>();
            var limits = provider.GetRequiredService<IOptions<GatewayLimits>>().Value;
            return new InMemoryConfigProvider(
                ProxyRoutes.From(catalogue, limits),
                ProxyClusters.From(catalogue, provider.GetRequiredService<ServiceAddresses>(), limits));
        });
        services.AddReverseProxy()
            .AddTransforms<ProxyTransforms>()
            .ConfigureHttpClient((_, handler) =>
            {
                handler.ConnectTimeout = TimeSpan.FromSeconds(2);
                // A replica that vanished without a word is noticed while streams are silent.
                handler.KeepAlivePingDelay = TimeSpan.FromSeconds(15);
                handler.KeepAlivePingTimeout = TimeSpan.FromSeconds(10);
            });
    }

    /// <summary>Maps the routes and says of each what its body is.</summary>
    public static void MapContractProxy(this IEndpointRouteBuilder endpoints, ContractCatalogue catalogue)
    {
        var limits = endpoints.ServiceProvider.GetRequiredService<IOptions<GatewayLimits>>().Value;
        endpoints.MapReverseProxy(proxy =>
        {
            proxy.UseMiddleware<ForwardFailures>();
            proxy.UseMiddleware<Failover>();
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        }).ConfigureEndpoints((endpoint, route) =>
        {
            var operation = catalogue[route.Metadata![ProxyRoutes.OperationKey]];
            var rest = operation.Bindings.Where((_, i) => route.RouteId == ProxyRoutes.RestId(operation, i));
            if (rest.Any(b => b.Body.Length > 0))
                endpoint.WithMetadata(new JsonBody());
            if (route.RouteId == ProxyRoutes.GrpcId(operation))
                endpoint.WithMetadata(new BodyLimit(operation.Method.IsClientStreaming ? null : limits.GrpcMessageBytes + GrpcPrefix));
            if (route.RouteId == ProxyRoutes.GrpcId(operation) && operation.Method.IsClientStreaming)
                endpoint.WithMetadata(new OpenBody());
            if (operation.Method.IsServerStreaming)
                endpoint.WithMetadata(new OpenAnswer());
        });
    }
}
