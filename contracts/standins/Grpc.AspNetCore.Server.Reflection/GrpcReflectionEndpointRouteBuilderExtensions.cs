using Grpc.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the gRPC reflection service.</summary>
public static class GrpcReflectionEndpointRouteBuilderExtensions
{
    /// <summary>Maps <c>grpc.reflection.v1alpha.ServerReflection</c> and <c>grpc.reflection.v1.ServerReflection</c>.</summary>
    /// <exception cref="InvalidOperationException"><c>AddGrpcReflection</c> was not called.</exception>
    public static IEndpointConventionBuilder MapGrpcReflectionService(this IEndpointRouteBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // Not made yet: it looks at what is mapped.
        if (!builder.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(ReflectionServiceImpl)))
            throw new InvalidOperationException("Unable to find the required services. Please add all the required services by calling 'IServiceCollection.AddGrpcReflection()' inside the call to 'ConfigureServices(...)' in the application startup code.");
        return new BothVersions(builder.MapGrpcService<ReflectionServiceImpl>(), builder.MapGrpcService<ReflectionV1Service>());
    }

    sealed class BothVersions(IEndpointConventionBuilder alpha, IEndpointConventionBuilder v1) : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention)
        {
            alpha.Add(convention);
            v1.Add(convention);
        }

        public void Finally(Action<EndpointBuilder> finallyConvention)
        {
            alpha.Finally(finallyConvention);
            v1.Finally(finallyConvention);
        }
    }
}
