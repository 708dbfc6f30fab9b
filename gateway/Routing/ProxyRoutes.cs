using Tsunagu.Gateway.Catalogue;
using Tsunagu.Gateway.Edge;
using Yarp.ReverseProxy.Configuration;

namespace Tsunagu.Gateway.Routing;

/// <summary>The proxy's routes, one for each gRPC method and each REST form of it.</summary>
static class ProxyRoutes
{
    /// <summary>Key under which a route names its RPC.</summary>
    public const string OperationKey = "operation";

    /// <summary>All routes of the catalogue; uploads have their own endpoint and only their gRPC form here.</summary>
    public static IReadOnlyList<RouteConfig> From(ContractCatalogue catalogue, GatewayLimits limits) =>
        [.. catalogue.Operations.SelectMany(o => Rest(o, limits).Prepend(Grpc(o)))];

    /// <summary>Name of the route of the gRPC form.</summary>
    public static string GrpcId(Operation operation) => $"grpc:{operation.Name}";

    /// <summary>Name of the route of a REST form.</summary>
    public static string RestId(Operation operation, int binding) => $"rest:{operation.Name}:{binding}";

    static RouteConfig Grpc(Operation operation) => new()
    {
        RouteId = GrpcId(operation),
        ClusterId = ProxyClusters.IdOf(operation),
        Match = new RouteMatch { Path = operation.GrpcPath, Methods = ["POST"] },
        AuthorizationPolicy = "default",
        Metadata = MetadataOf(operation),
    };

    static IEnumerable<RouteConfig> Rest(Operation operation, GatewayLimits limits) =>
        operation.Upload is not null ? [] : operation.Bindings.Select((binding, i) => new RouteConfig
        {
            RouteId = RestId(operation, i),
            ClusterId = ProxyClusters.IdOf(operation),
            Match = new RouteMatch { Path = RoutePatterns.Of(binding.Path), Methods = [binding.Method] },
            AuthorizationPolicy = "default",
            MaxRequestBodySize = limits.JsonBodyBytes,
            Metadata = MetadataOf(operation),
        });

    static Dictionary<string, string> MetadataOf(Operation operation) => new() { [OperationKey] = operation.Name };
}
