using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Tsunagu.Gateway.Edge;

/// <summary>Ports and limits of the server; TLS endpoints come from section <c>Kestrel</c> beside them.</summary>
static class EdgeListeners
{
    /// <summary>REST over HTTP/1.1 on <c>HTTP_PORT</c>, gRPC over cleartext HTTP/2 on <c>GRPC_PORT</c>; 0 picks a free port.</summary>
    public static void Configure(KestrelServerOptions kestrel, IConfiguration configuration, GatewayLimits limits)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = limits.JsonBodyBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = limits.HeaderBytes;
        kestrel.Limits.RequestHeadersTimeout = limits.HeadersTimeout;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(limits.MinBytesPerSecond, limits.GracePeriod);
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
        Listen(kestrel, configuration.GetValue("HTTP_PORT", 8080), HttpProtocols.Http1, configuration);
        Listen(kestrel, configuration.GetValue("GRPC_PORT", 8081), HttpProtocols.Http2, configuration);
    }

    // Loopback unless told otherwise: cleartext does not leave the machine by accident.
    static void Listen(KestrelServerOptions kestrel, int port, HttpProtocols protocols, IConfiguration configuration)
    {
        if (configuration["BIND_ADDRESS"] is { Length: > 0 } address)
            kestrel.Listen(IPAddress.Parse(address), port, o => o.Protocols = protocols);
        else if (port == 0)
            kestrel.Listen(IPAddress.Loopback, port, o => o.Protocols = protocols);
        else
            kestrel.ListenLocalhost(port, o => o.Protocols = protocols);
    }
}
