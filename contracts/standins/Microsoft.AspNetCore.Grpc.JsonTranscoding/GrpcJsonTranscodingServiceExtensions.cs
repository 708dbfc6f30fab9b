using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds REST endpoints to gRPC services.</summary>
public static class GrpcJsonTranscodingServiceExtensions
{
    /// <summary>Serves methods with a <c>google.api.http</c> rule as REST with JSON too.</summary>
    public static IGrpcServerBuilder AddJsonTranscoding(this IGrpcServerBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
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
