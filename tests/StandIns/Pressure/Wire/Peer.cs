using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Threading.Channels;
using Google.Protobuf;

namespace Tsunagu.Tests.StandIns.Pressure.Wire;

/// <summary>How a peer behaves beyond what its test sends.</summary>
sealed record PeerHabits
{
    /// <summary>Whether it acknowledges PING and SETTINGS.</summary>
    public bool Answers { get; init; } = true;

    /// <summary>Whether it gives back the window of what it has read; otherwise the other side stops at the first 65,535 bytes.</summary>
    public bool OpensWindow { get; init; } = true;

    public (ushort Id, uint Value)[] Settings { get; init; } = [];

    // No dynamic table; no server push.
    public (ushort, uint)[] AllSettings => [(1, 0), .. Settings];
}

/// <summary>One end of an HTTP/2 connection whose every frame the test decides.</summary>
sealed class Peer : IAsyncDisposable
{
    public static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    readonly TcpClient tcp;
    readonly NetworkStream stream;
    readonly PeerHabits habits;
    readonly SemaphoreSlim sending = new(1);
    readonly CancellationTokenSource stop = new();
    readonly ConcurrentDictionary<int, Exchange> exchanges = new();
    readonly Channel<Exchange> opened = Channel.CreateUnbounded<Exchange>();
    readonly TaskCompletionSource<Frame> goneAway = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Task reading;
    bool saidAll;
    int lastId = -1;
    int disposed;

    public Peer(TcpClient tcp, PeerHabits habits, bool sees = false)
    {
        this.tcp = tcp;
        Seen = sees ? new() : null;
        this.habits = habits;
        tcp.NoDelay = true;
        stream = tcp.GetStream();
        reading = ReadAsync();
    }

    /// <summary>Every frame that came, newest last, when the test wants to see them.</summary>
    public ConcurrentQueue<Frame>? Seen { get; }

    public Task<Frame> GoneAway => goneAway.Task;

    public Task Closed => closed.Task;

    /// <summary>Streams that the other side opens.</summary>
    public ChannelReader<Exchange> Opened => opened.Reader;

    /// <summary>Connects as a client and sends preface and settings.</summary>
    public static async Task<Peer> ConnectAsync(Uri address, PeerHabits? habits = null, bool sees = false)
    {
        var tcp = new TcpClient();
        await tcp.ConnectAsync(address.Host, address.Port);
        var peer = new Peer(tcp, habits ?? new PeerHabits(), sees);
        await peer.SendBytesAsync((byte[])[.. Preface, .. Frame.Settings(peer.habits.AllSettings).ToBytes()]);
        return peer;
    }

    public Task SendBytesAsync(ReadOnlyMemory<byte> bytes) => SendBytesAsync(bytes, last: false);

    /// <summary>Sends bytes that may end within a frame; nothing follows them, no acknowledgement either, that would fill the frame up.</summary>
    public Task SendLastBytesAsync(ReadOnlyMemory<byte> bytes) => SendBytesAsync(bytes, last: true);

    async Task SendBytesAsync(ReadOnlyMemory<byte> bytes, bool last)
    {
        await sending.WaitAsync();
        try
        {
            if (!saidAll)
                await stream.WriteAsync(bytes, stop.Token);
            saidAll |= last;
        }
        finally
        {
            sending.Release();
        }
    }

    public Task SendAsync(params Frame[] frames) => SendBytesAsync((byte[])[.. frames.SelectMany(frame => frame.ToBytes())]);

    /// <summary>The stream with the next id, without a frame sent.</summary>
    public Exchange NewExchange()
    {
        var id = Interlocked.Add(ref lastId, 2);
        return exchanges.GetOrAdd(id, key => new Exchange(this, key));
    }

    /// <summary>Opens a call of the echo service.</summary>
    public async Task<Exchange> CallAsync(string method, params (string Name, string Value)[] more)
    {
        var exchange = NewExchange();
        await SendAsync(Frame.Headers(exchange.Id, HeaderBlock.Write(RequestHeaders(method, more))));
        return exchange;
    }

    /// <summary>A call with its only request.</summary>
    public async Task<Exchange> CallAsync(string method, IMessage request, params (string Name, string Value)[] more)
    {
        var exchange = await CallAsync(method, more);
        await exchange.SendAsync(RawCall.Frame(request), end: true);
        return exchange;
    }

    public static (string, string)[] RequestHeaders(string method, params (string Name, string Value)[] more) =>
    [
        (":method", "POST"), (":scheme", "http"), (":path", $"/tests.echo.v1.Echo/{method}"), (":authority", "localhost"),
        ("content-type", "application/grpc"), ("te", "trailers"), .. more,
    ];

    /// <summary>Ends the connection without a word.</summary>
    public void Cut() => tcp.Client.Close(0);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        await stop.CancelAsync();
        tcp.Close();
        await reading;
        stop.Dispose();
        sending.Dispose();
    }

    async Task ReadAsync()
    {
        using var block = new MemoryStream();
        Frame? open = null;
        try
        {
            while (await Frame.ReadAsync(stream, stop.Token) is { } frame)
            {
                Seen?.Enqueue(frame);
                if (frame.Type is FrameType.Headers or FrameType.Continuation)
                {
                    block.Write(frame.Payload.Span);
                    open ??= frame;
                    if ((frame.Flags & Frame.EndHeaders) == 0)
                        continue;
                    Deliver(open, block.ToArray());
                    block.SetLength(0);
                    open = null;
                }
                else if (frame.Stream != 0)
                {
                    Deliver(frame, []);
                    if (frame.Type == FrameType.Data && frame.Payload.Length > 0 && habits.OpensWindow)
                        await SendAsync(Frame.WindowUpdate(0, frame.Payload.Length), Frame.WindowUpdate(frame.Stream, frame.Payload.Length));
                }
                else
                {
                    await TakeAsync(frame);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The connection has ended; the streams on it are told below.
        }
        closed.TrySetResult();
        opened.Writer.TryComplete();
        foreach (var exchange in exchanges.Values)
            exchange.Break();
    }

    void Deliver(Frame frame, byte[] block)
    {
        if (!exchanges.TryGetValue(frame.Stream, out var exchange))
        {
            // Late frames of a stream that the test has forgotten.
            if (frame.Type != FrameType.Headers)
                return;
            exchange = exchanges.GetOrAdd(frame.Stream, id => new Exchange(this, id));
            exchange.Take(frame, block);
            opened.Writer.TryWrite(exchange);
            return;
        }
        exchange.Take(frame, block);
    }

    Task TakeAsync(Frame frame)
    {
        if (frame.Type == FrameType.GoAway)
            goneAway.TrySetResult(frame);
        var answer = (frame.Type, frame.Flags & Frame.Ack, habits.Answers) switch
        {
            (FrameType.Settings, 0, true) => Frame.SettingsAck,
            (FrameType.Ping, 0, true) => new Frame(FrameType.Ping, Frame.Ack, 0, frame.Payload),
            _ => null,
        };
        return answer is null ? Task.CompletedTask : SendAsync(answer);
    }
}
