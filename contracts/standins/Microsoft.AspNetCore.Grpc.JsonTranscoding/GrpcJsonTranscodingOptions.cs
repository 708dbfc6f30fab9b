using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding;

/// <summary>Settings of transcoding.</summary>
public sealed class GrpcJsonTranscodingOptions
{
    /// <summary>Types that may stand in <c>google.protobuf.Any</c>.</summary>
    public TypeRegistry TypeRegistry { get; set; } = TypeRegistry.Empty;

    /// <summary>How messages are written and read as JSON.</summary>
    public GrpcJsonSettings JsonSettings { get; set; } = new();
}
