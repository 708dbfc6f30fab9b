using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProtoService = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds gRPC reflection.</summary>
public static class GrpcReflectionServiceExtensions
{
    /// <summary>Adds the reflection service; it tells of every gRPC service that is mapped when it is first asked.</summary>
    public static IServiceCollection AddGrpcReflection(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => new ReflectionServiceImpl(MappedServices(provider.GetRequiredService<EndpointDataSource>())));
        return services;
    }

    static IEnumerable<ProtoService> MappedServices(EndpointDataSource endpoints) => endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.ServiceType)
        .OfType<Type>()
        .Distinct()
        .Select(DescriptorOf)
        .OfType<ProtoService>();

    // Generated code ties the base class to the static class that holds the descriptor; hand-written services may have none.
    static ProtoService? DescriptorOf(Type service)
    {
        for (var type = service; type is not null; type = type.BaseType)
        {
            if (Attribute.GetCustomAttribute(type, typeof(BindServiceMethodAttribute), inherit: false) is BindServiceMethodAttribute bind)
                return bind.BindType.GetProperty("Descriptor")?.GetValue(null) as ProtoService;
        }
        return null;
    }
}
