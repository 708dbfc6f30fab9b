namespace Grpc.AspNetCore.Web;

/// <summary>Opens a service or a method to gRPC-Web.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class EnableGrpcWebAttribute : Attribute, IGrpcWebEnabledMetadata
{
    bool IGrpcWebEnabledMetadata.GrpcWebEnabled => true;
}
