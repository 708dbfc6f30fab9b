using Microsoft.Net.Http.Headers;

namespace Tsunagu.Gateway.Edge;

/// <summary>Which other sites' pages may call: <c>Cors:Origins</c>, none by default.</summary>
static class EdgeCors
{
    // A refused gRPC-Web call has its status among the headers, which pages read only when they are named here.
    static readonly string[] GrpcStatus = ["grpc-status", "grpc-message", "grpc-status-details-bin"];

    // Every call with a token needs a preflight; browsers ask again after this.
    static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    /// <summary>Adds the one policy there is.</summary>
    public static void AddEdgeCors(this IServiceCollection services, IConfiguration configuration)
    {
        var origins = configuration.GetSection("Cors:Origins").Get<string[]>() ?? [];
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(origins)
            .AllowAnyHeader()
            .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
            .SetPreflightMaxAge(Remembered)
            .WithExposedHeaders([HeaderNames.ETag, HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate, .. GrpcStatus])));
    }
}
