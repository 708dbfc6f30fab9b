using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>Goes on configuring what <c>AddGrpc</c> added.</summary>
public interface IGrpcServerBuilder
{
    /// <summary>Where services are added.</summary>
    IServiceCollection Services { get; }
}

sealed class GrpcServerBuilder(IServiceCollection services) : IGrpcServerBuilder
{
    public IServiceCollection Services => services;
}
