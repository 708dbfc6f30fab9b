namespace Grpc.AspNetCore.Web;

/// <summary>Closes a service or a method to gRPC-Web, whatever the default is.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class DisableGrpcWebAttribute : Attribute, IGrpcWebEnabledMetadata
{
    bool IGrpcWebEnabledMetadata.GrpcWebEnabled => false;
}
