using Grpc.AspNetCore.Web.Internal;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds gRPC-Web to a pipeline.</summary>
public static class GrpcWebApplicationBuilderExtensions
{
    /// <summary>Serves gRPC-Web where endpoints ask for it. Belongs between <c>UseRouting</c> and the endpoints.</summary>
    public static IApplicationBuilder UseGrpcWeb(this IApplicationBuilder builder) => builder.UseGrpcWeb(new GrpcWebOptions());

    /// <summary>Serves gRPC-Web. Belongs between <c>UseRouting</c> and the endpoints, unless all are open to it.</summary>
    public static IApplicationBuilder UseGrpcWeb(this IApplicationBuilder builder, GrpcWebOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        return builder.UseMiddleware<GrpcWebMiddleware>(options);
    }
}
