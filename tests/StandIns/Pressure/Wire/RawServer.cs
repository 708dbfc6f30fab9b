using System.Net;
using System.Net.Sockets;

namespace Tsunagu.Tests.StandIns.Pressure.Wire;

/// <summary>A server that answers each stream, or each connection, with exactly the frames that its test wants.</summary>
sealed class RawServer : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly List<Peer> peers = [];
    readonly PeerHabits habits;
    readonly Func<Exchange, Task>? answer;
    readonly Task accepting;

    public RawServer(Func<Exchange, Task>? answer = null, PeerHabits? habits = null)
    {
        this.answer = answer;
        this.habits = habits ?? new PeerHabits();
        listener.Start(512);
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://{listener.LocalEndpoint}");

    public int Connections
    {
        get
        {
            lock (peers)
                return peers.Count;
        }
    }

    public Peer Newest
    {
        get
        {
            lock (peers)
                return peers[^1];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        foreach (var peer in peers)
            await peer.DisposeAsync();
        stop.Dispose();
    }

    async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    async Task ServeAsync(TcpClient tcp)
    {
        try
        {
            await tcp.GetStream().ReadExactlyAsync(new byte[Peer.Preface.Length], stop.Token);
            // First of all frames; the peer then acknowledges those of the client.
            await tcp.GetStream().WriteAsync(Frame.Settings(habits.AllSettings).ToBytes(), stop.Token);
            var peer = new Peer(tcp, habits);
            lock (peers)
                peers.Add(peer);
            if (answer is null)
                return;
            await foreach (var exchange in peer.Opened.ReadAllAsync(stop.Token))
                _ = AnswerAsync(answer, exchange);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client has gone, or the test has ended.
        }
    }

    static async Task AnswerAsync(Func<Exchange, Task> answer, Exchange exchange)
    {
        try
        {
            await answer(exchange);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has gone in the middle of the answer.
        }
    }
}
