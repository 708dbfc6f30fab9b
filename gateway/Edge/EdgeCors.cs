using Microsoft.Net.Http.Headers;

namespace Tsunagu.Gateway.Edge;

/// <summary>Which other sites' pages may call: <c>Cors:Origins</c>, none by default.</summary>
static class EdgeCors
{
    /// <summary>Adds the one policy there is.</summary>
    public static void AddEdgeCors(this IServiceCollection services, IConfiguration configuration)
    {
        var origins = configuration.GetSection("Cors:Origins").Get<string[]>() ?? [];
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(origins)
            .AllowAnyHeader()
            .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
            .WithExposedHeaders(HeaderNames.ETag, HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate)));
    }
}
