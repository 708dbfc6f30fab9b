using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;

namespace Tsunagu.ServiceDefaults.Hosting;

/// <summary>
/// Two listeners: cleartext HTTP has no negotiation, so gRPC speaks HTTP/2 alone on <c>GRPC_PORT</c> and the probes HTTP/1.1 on
/// <c>PROBE_PORT</c>. Without a port the system chooses one. Loopback, unless <c>BIND_ADDRESS</c> says otherwise.
/// </summary>
static class Listeners
{
    public static void AddListeners(this WebApplicationBuilder builder)
    {
        var address = IPAddress.Parse(builder.Configuration["BIND_ADDRESS"] ?? IPAddress.Loopback.ToString());
        var grpc = Port(builder.Configuration, "GRPC_PORT");
        var probe = Port(builder.Configuration, "PROBE_PORT");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A client that is gone without a word, with its machine or network, is noticed within half a minute; its streams end then.
            kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(20);
            kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
            // Longer than the edge waits: a sender that is too slow is its business, and two equal clocks would race for the answer.
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(30));
            kestrel.Listen(address, grpc, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                listen.KeepConnections();
            });
            kestrel.Listen(address, probe, listen => listen.Protocols = HttpProtocols.Http1);
        });
    }

    static int Port(ConfigurationManager configuration, string name)
    {
        var text = configuration[name];
        if (string.IsNullOrEmpty(text))
            return 0;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort
            ? port
            : throw new BootException($"{name} is not a port number.");
    }
}
