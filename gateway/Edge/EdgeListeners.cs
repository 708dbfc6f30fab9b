using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Tsunagu.Gateway.Edge;

/// <summary>Ports and limits of the server; TLS endpoints come from section <c>Kestrel</c> beside them.</summary>
static class EdgeListeners
{
    /// <summary>
    /// REST over HTTP/1.1 on <c>HTTP_PORT</c> (8080) and gRPC over cleartext HTTP/2 on <c>GRPC_PORT</c> (8081). The gateway answers
    /// its probes beside REST, so the listener that services keep for probes is its REST listener.
    /// </summary>
    public static void AddPorts(this IConfigurationManager configuration) => configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["GRPC_PORT"] = configuration["GRPC_PORT"] ?? "8081",
        ["PROBE_PORT"] = configuration["HTTP_PORT"] ?? "8080",
    });

    /// <summary>What one connection may take.</summary>
    public static void AddEdgeLimits(this IServiceCollection services) =>
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<GatewayLimits>>((kestrel, options) =>
        {
            var limits = options.Value;
            kestrel.Limits.MaxRequestBodySize = limits.JsonBodyBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = limits.HeaderBytes;
            kestrel.Limits.RequestHeadersTimeout = limits.HeadersTimeout;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(limits.MinBytesPerSecond, limits.GracePeriod);
        });
}
