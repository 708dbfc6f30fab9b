using System.Net;
using System.Net.Sockets;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>A connection to a server that a test can cut and mend.</summary>
public sealed class Line : IAsyncDisposable
{
    readonly Uri server;
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly List<TcpClient> open = [];
    readonly CancellationTokenSource stop = new();
    readonly Task accepting;
    bool cut;

    public Line(Uri server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    public string Address => new UriBuilder(server) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port }.Uri.ToString();

    public void Cut()
    {
        lock (open)
        {
            cut = true;
            open.ForEach(client => client.Close());
            open.Clear();
        }
    }

    public void Mend()
    {
        lock (open)
            cut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
        stop.Dispose();
    }

    async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                _ = RelayAsync(await listener.AcceptTcpClientAsync(stop.Token));
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    async Task RelayAsync(TcpClient near)
    {
        using var far = new TcpClient();
        lock (open)
        {
            if (cut)
            {
                near.Close();
                return;
            }

            open.AddRange([near, far]);
        }

        try
        {
            await far.ConnectAsync(server.Host, server.Port);
            await Task.WhenAny(
                near.GetStream().CopyToAsync(far.GetStream(), stop.Token), far.GetStream().CopyToAsync(near.GetStream(), stop.Token));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or closed by one side.
        }
        finally
        {
            near.Close();
        }
    }
}
