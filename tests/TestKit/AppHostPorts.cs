using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Tsunagu.Tests.TestKit;

/// <summary>Ports for an app host that runs beside others.</summary>
public static class AppHostPorts
{
    /// <summary>Environment that moves every fixed port to a free one.</summary>
    public static IReadOnlyDictionary<string, string> Free()
    {
        // All held open at once, so that no two are the same.
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        Array.ForEach(listeners, listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)).ToArray();
        Array.ForEach(listeners, listener => listener.Dispose());
        return new Dictionary<string, string>
        {
            ["Gateway__HttpPort"] = ports[0],
            ["Gateway__GrpcPort"] = ports[1],
            ["ASPNETCORE_URLS"] = $"http://localhost:{ports[2]}",
            ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = $"http://localhost:{ports[3]}",
            ["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = $"http://localhost:{ports[4]}",
        };
    }
}
