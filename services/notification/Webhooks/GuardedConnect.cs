using System.Net;
using System.Net.Sockets;
using Tsunagu.Notifications.Domain;

namespace Tsunagu.Notifications.Webhooks;

/// <summary>
/// Connects to what a name means at this moment, and only if it lies in the public internet: the address that was checked
/// is the one that is used, so a name that changes its meaning in between gains nothing.
/// </summary>
static class GuardedConnect
{
    /// <exception cref="HttpRequestException">No address of the host is public.</exception>
    public static async ValueTask<Stream> ToPublicAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var open = Array.FindAll(addresses, PublicNetwork.Contains);
        if (open.Length == 0)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The address is not public.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
