using System.Net;
using System.Net.Sockets;

namespace Tsunagu.Tests.StandIns.Clients;

/// <summary>Between client and server: passes bytes on until it is told to swallow them.</summary>
sealed class TcpProxy : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource over = new();
    readonly List<Task> copies = [];
    readonly int target;
    Task accepting = Task.CompletedTask;
    int accepted;
    int open;
    volatile bool silent;

    TcpProxy(int target) => this.target = target;

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>Connections so far.</summary>
    public int Accepted => Volatile.Read(ref accepted);

    /// <summary>Connections that are open.</summary>
    public int Open => Volatile.Read(ref open);

    /// <summary>True: nothing comes through in either direction, and nobody is told.</summary>
    public bool Silent
    {
        get => silent;
        set => silent = value;
    }

    public static TcpProxy Start(int target)
    {
        var proxy = new TcpProxy(target);
        proxy.listener.Start();
        proxy.accepting = proxy.AcceptAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Dispose();
        await accepting;
        await Task.WhenAll(copies);
        over.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(over.Token);
                Interlocked.Increment(ref accepted);
                copies.Add(PassAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The proxy was stopped.
        }
    }

    async Task PassAsync(TcpClient client)
    {
        Interlocked.Increment(ref open);
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, target, over.Token);
            await Task.WhenAny(CopyAsync(near.GetStream(), far.GetStream()), CopyAsync(far.GetStream(), near.GetStream()));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
        {
            // One side has gone: so does the other.
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    async Task CopyAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, over.Token) is var read and > 0)
        {
            if (!silent)
                await to.WriteAsync(buffer.AsMemory(0, read), over.Token);
        }
    }
}
