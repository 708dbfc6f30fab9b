using Google.Api;
using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding;

/// <summary>Tells of an endpoint which method and rule it serves.</summary>
public sealed class GrpcJsonTranscodingMetadata
{
    /// <summary>Names method and rule.</summary>
    public GrpcJsonTranscodingMetadata(MethodDescriptor methodDescriptor, HttpRule httpRule)
    {
        ArgumentNullException.ThrowIfNull(methodDescriptor);
        ArgumentNullException.ThrowIfNull(httpRule);
        MethodDescriptor = methodDescriptor;
        HttpRule = httpRule;
    }

    /// <summary>The method.</summary>
    public MethodDescriptor MethodDescriptor { get; }

    /// <summary>The rule by which it is served.</summary>
    public HttpRule HttpRule { get; }
}
