using Grpc.AspNetCore.Web;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Opens endpoints to gRPC-Web and closes them.</summary>
public static class GrpcWebEndpointConventionBuilderExtensions
{
    /// <summary>Opens the endpoints to gRPC-Web.</summary>
    public static TBuilder EnableGrpcWeb<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.Mark(new EnableGrpcWebAttribute());

    /// <summary>Closes the endpoints to gRPC-Web.</summary>
    public static TBuilder DisableGrpcWeb<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.Mark(new DisableGrpcWebAttribute());

    static TBuilder Mark<TBuilder>(this TBuilder builder, IGrpcWebEnabledMetadata mark)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Add(endpoint => endpoint.Metadata.Add(mark));
        return builder;
    }
}
