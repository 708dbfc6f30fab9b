using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Running;

/// <summary>Finds ports on the loopback interface.</summary>
static class Ports
{
    // Below the range the kernel takes outgoing ports from: while a resource restarts, no connection can land on its port.
    const int First = 20_000;
    const int Last = 32_000;

    static readonly Lock Gate = new();
    static readonly HashSet<int> Given = [];

    /// <summary>A port nobody listens on and that was not given before.</summary>
    public static int Free()
    {
        lock (Gate)
        {
            while (true)
            {
                var port = Random.Shared.Next(First, Last);
                if (IsFree(port) && Given.Add(port))
                    return port;
            }
        }
    }

    /// <summary>Whether nobody listens on a port.</summary>
    public static bool IsFree(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        // Connections in TIME_WAIT must not look like a listener.
        if (!OperatingSystem.IsWindows())
            probe.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            probe.Listen();
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }
}
