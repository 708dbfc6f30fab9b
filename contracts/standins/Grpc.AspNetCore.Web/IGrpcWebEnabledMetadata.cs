namespace Grpc.AspNetCore.Web;

/// <summary>Says of an endpoint whether gRPC-Web reaches it.</summary>
public interface IGrpcWebEnabledMetadata
{
    /// <summary>True when it does.</summary>
    bool GrpcWebEnabled { get; }
}
