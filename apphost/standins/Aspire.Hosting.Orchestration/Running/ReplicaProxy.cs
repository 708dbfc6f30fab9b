using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Running;

/// <summary>Forwards the connections of one port to several processes in turn; one that does not answer is passed over.</summary>
sealed class ReplicaProxy(int port, IReadOnlyList<int> targets)
{
    int _next = -1;

    public async Task RunAsync(CancellationToken stop)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                _ = ForwardAsync(await listener.AcceptTcpClientAsync(stop), stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    async Task ForwardAsync(TcpClient caller, CancellationToken stop)
    {
        using (caller)
        {
            using var target = await ConnectAsync(stop);
            if (target is null)
                return;
            caller.NoDelay = target.NoDelay = true;
            await using var one = caller.GetStream();
            await using var other = target.GetStream();
            await Task.WhenAll(CopyAsync(one, other, target, stop), CopyAsync(other, one, caller, stop));
        }
    }

    async Task<TcpClient?> ConnectAsync(CancellationToken stop)
    {
        for (var tried = 0; tried < targets.Count; tried++)
        {
            var target = new TcpClient();
            try
            {
                await target.ConnectAsync(IPAddress.Loopback, targets[(int)((uint)Interlocked.Increment(ref _next) % targets.Count)], stop);
                return target;
            }
            catch (SocketException)
            {
                target.Dispose();
            }
        }
        return null;
    }

    static async Task CopyAsync(NetworkStream from, NetworkStream to, TcpClient receiver, CancellationToken stop)
    {
        try
        {
            await from.CopyToAsync(to, stop);
            receiver.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception ended) when (ended is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One side went away: the other is told by closing it.
            receiver.Close();
        }
    }
}
