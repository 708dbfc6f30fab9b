using System.Net;
using System.Net.Sockets;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>A port of the loopback that nobody holds at this moment.</summary>
static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
