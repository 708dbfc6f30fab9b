using System.Net;
using System.Net.Sockets;

namespace Tsunagu.Tests.Integration.Writes;

/// <summary>A connection that, from a moment on, lets requests pass and swallows the answers.</summary>
public sealed class DeafLine : IAsyncDisposable
{
    readonly Uri server;
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly Task accepting;
    volatile bool deaf;

    public DeafLine(Uri server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public void Deafen() => deaf = true;

    /// <summary>Both ends lose the connection.</summary>
    public async Task CutAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
    }

    public async ValueTask DisposeAsync()
    {
        await CutAsync();
        stop.Dispose();
    }

    async Task AcceptAsync()
    {
        var relays = new List<Task>();
        try
        {
            while (true)
                relays.Add(RelayAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            await Task.WhenAll(relays);
        }
    }

    async Task RelayAsync(TcpClient near)
    {
        using var closing = near;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(server.Host, server.Port, stop.Token);
            await Task.WhenAll(
                CopyAsync(near.GetStream(), far.GetStream(), swallows: false), CopyAsync(far.GetStream(), near.GetStream(), swallows: true));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut, or closed by one end.
        }
    }

    async Task CopyAsync(NetworkStream from, NetworkStream to, bool swallows)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, stop.Token) is > 0 and var read)
        {
            if (!swallows || !deaf)
                await to.WriteAsync(buffer.AsMemory(0, read), stop.Token);
        }
    }
}
