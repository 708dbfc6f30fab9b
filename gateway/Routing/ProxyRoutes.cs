using Tsunagu.Gateway.Catalogue;
using Tsunagu.Gateway.Edge;
using Yarp.ReverseProxy.Configuration;

namespace Tsunagu.Gateway.Routing;

/// <summary>The proxy's routes, one for each gRPC method and each REST form of it.</summary>
static class ProxyRoutes
{
    /// <summary>Key under which a route names its RPC.</summary>
    public const string OperationKey = "operation";

    /// <summary>Metadata that says which service a gRPC call of a common RPC is for.</summary>
    public const string ServiceHeader = "tsunagu-service";

    /// <summary>All routes of the catalogue; uploads and downloads have endpoints of their own and only their gRPC form here.</summary>
    public static IReadOnlyList<RouteConfig> From(ContractCatalogue catalogue, GatewayLimits limits) =>
        [.. catalogue.Operations.Where(o => o.Form != OperationForm.OfAll).SelectMany(o => Rest(catalogue, o, limits).Prepend(Grpc(o)))];

    /// <summary>Name of the route of the gRPC form.</summary>
    public static string GrpcId(Operation operation) => $"grpc:{operation.Name}";

    /// <summary>Name of the route of a REST form.</summary>
    public static string RestId(Operation operation, int binding) => $"rest:{operation.Name}:{binding}";

    /// <summary>Name of the route by which an RPC answers under the path of the one it represents.</summary>
    public static string StandInId(Operation operation) => $"instead:{operation.Name}";

    static RouteConfig Grpc(Operation operation) => new()
    {
        RouteId = GrpcId(operation),
        ClusterId = ProxyClusters.IdOf(operation),
        Match = new RouteMatch { Path = operation.GrpcPath, Methods = ["POST"], Headers = operation.Form == OperationForm.OfOne ? [Named(operation)] : null },
        AuthorizationPolicy = "default",
        Metadata = MetadataOf(operation),
    };

    static RouteHeader Named(Operation operation) => new() { Name = ServiceHeader, Mode = HeaderMatchMode.ExactHeader, Values = [operation.Service] };

    static IEnumerable<RouteConfig> Rest(ContractCatalogue catalogue, Operation operation, GatewayLimits limits)
    {
        if (operation.Upload is not null || operation.Download is not null)
            return [];
        // Who asks for JSON by name gets it; a path with two representations gives the other one to everybody else.
        var headers = catalogue.RepresentationOf(operation) is null ? null : new[] { AcceptsJson };
        var own = operation.Bindings.Select((binding, i) => Rest(operation, RestId(operation, i), binding, headers, limits));
        return operation.Representation is null
            ? own
            : own.Append(Rest(operation, StandInId(operation), catalogue.RepresentedBy(operation).Bindings[0], null, limits));
    }

    static RouteHeader AcceptsJson => new() { Name = "Accept", Mode = HeaderMatchMode.Contains, Values = ["application/json"] };

    static RouteConfig Rest(Operation operation, string id, HttpBinding binding, RouteHeader[]? headers, GatewayLimits limits) => new()
    {
        RouteId = id,
        ClusterId = ProxyClusters.IdOf(operation),
        Match = new RouteMatch { Path = RoutePatterns.Of(binding.Path), Methods = [binding.Method], Headers = headers },
        AuthorizationPolicy = "default",
        MaxRequestBodySize = limits.JsonBodyBytes,
        Metadata = MetadataOf(operation),
    };

    static Dictionary<string, string> MetadataOf(Operation operation) => new() { [OperationKey] = operation.Name };
}
