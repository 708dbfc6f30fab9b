using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Internal;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps gRPC services to endpoints.</summary>
public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>Maps every method of a service.</summary>
    /// <typeparam name="TService">Class derived from a generated service base.</typeparam>
    /// <exception cref="InvalidOperationException"><c>AddGrpc</c> was not called, or the class is no gRPC service.</exception>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.ServiceProvider;
        var unimplemented = services.GetService<UnimplementedEndpoints>()
            ?? throw new InvalidOperationException("Unable to find the required services. Please add all the required services by calling 'IServiceCollection.AddGrpc' inside the call to 'ConfigureServices(...)' in the application startup code.");
        var methods = services.GetRequiredService<ServiceMethods<TService>>().All;
        List<IEndpointConventionBuilder> endpoints =
            [.. services.GetServices<IMethodMapper>().SelectMany(mapper => methods.SelectMany(method => mapper.Map(builder, method)))];
        if (services.GetRequiredService<IOptions<GrpcServiceOptions>>().Value.IgnoreUnknownServices is not true)
            endpoints.AddRange(unimplemented.Map(builder, methods.Select(method => method.Description.ServiceName).Distinct()));
        return new GrpcServiceEndpointConventionBuilder(endpoints);
    }
}
