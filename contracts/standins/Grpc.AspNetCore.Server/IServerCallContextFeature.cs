using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Feature of an HTTP request that is a gRPC call.</summary>
public interface IServerCallContextFeature
{
    /// <summary>The call.</summary>
    ServerCallContext ServerCallContext { get; }
}
