using Tsunagu.Gateway.Catalogue;
using Tsunagu.Gateway.EventStreams;
using Tsunagu.Gateway.Problems;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Tsunagu.Gateway.Routing;

/// <summary>What changes between a REST caller and the service: errors become problems, mapped streams become events. gRPC passes as it is.</summary>
sealed class ProxyTransforms(ContractCatalogue catalogue, EventStreamTransform events) : ITransformProvider
{
    /// <inheritdoc/>
    public void ValidateRoute(TransformRouteValidationContext context)
    {
    }

    /// <inheritdoc/>
    public void ValidateCluster(TransformClusterValidationContext context)
    {
    }

    /// <inheritdoc/>
    public void Apply(TransformBuilderContext context)
    {
        var operation = catalogue[context.Route.Metadata![ProxyRoutes.OperationKey]];
        if (context.Route.RouteId == ProxyRoutes.GrpcId(operation))
            return;
        if (operation.Form == OperationForm.OfOne)
            context.AddRequestTransform(request => WithoutName(request, operation.Service));
        if (context.Route.RouteId == ProxyRoutes.StandInId(operation))
            context.AddRequestTransform(request => WithPathOf(request, operation));
        context.AddResponseTransform(response => ProblemTransform.ApplyAsync(response, operation.Method.InputType));
        if (operation.EventStream is not { } stream)
            return;
        context.AddRequestTransform(request => EventStreamTransform.ResumeAsync(request, stream));
        context.AddResponseTransform(response => events.ReframeAsync(response, stream));
    }

    // The service knows both by paths of their own, which differ in the verb.
    static ValueTask WithPathOf(RequestTransformContext request, Operation operation)
    {
        request.Path = $"{request.Path}:{operation.Bindings[0].Path.Verb}";
        return ValueTask.CompletedTask;
    }

    // The service itself knows the RPC by the path of the contract: /v1/intake/audit:search is its /v1/audit:search.
    static ValueTask WithoutName(RequestTransformContext request, string service)
    {
        var path = request.Path.Value!;
        var name = path.IndexOf($"/{service}/", StringComparison.Ordinal);
        request.Path = path.Remove(name, service.Length + 1);
        return ValueTask.CompletedTask;
    }
}
