using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Internal;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds REST endpoints to gRPC services.</summary>
public static class GrpcJsonTranscodingServiceExtensions
{
    /// <summary>Serves methods with a <c>google.api.http</c> rule as REST with JSON too.</summary>
    public static IGrpcServerBuilder AddJsonTranscoding(this IGrpcServerBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IMethodMapper, JsonMethodMapper>());
        return builder;
    }

    /// <summary>Serves methods with a <c>google.api.http</c> rule as REST with JSON too, with settings.</summary>
    public static IGrpcServerBuilder AddJsonTranscoding(
        this IGrpcServerBuilder builder, Action<GrpcJsonTranscodingOptions> configureOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(configureOptions);
        return builder.AddJsonTranscoding();
    }
}
