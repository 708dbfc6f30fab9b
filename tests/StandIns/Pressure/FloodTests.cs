using Grpc.Core;
using Tests.Echo.V1;
using Tsunagu.Tests.StandIns.Pressure.Wire;
using Xunit;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>A peer that sends more of everything than is decent: it may lose its connection, but nobody else notices.</summary>
public sealed class FloodTests : IAsyncLifetime
{
    PressureHost host = null!;

    public async ValueTask InitializeAsync() => host = await PressureHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData(90, 10, "200")]
    [InlineData(1, 30_000, "200")]
    [InlineData(150, 10, "431")]
    public async Task Headers_MoreThanTheServerTakes_AreRefusedForTheCallAlone(int count, int length, string status)
    {
        await using var peer = await host.ConnectAsync();
        var outcome = await CallAsync(peer, Many(count, length));
        Assert.Equal(status, outcome.Value(":status"));
        Assert.Equal("200", (await CallAsync(peer)).Value(":status"));
        await host.IsWellAsync();
    }

    [Theory]
    [InlineData(1000, 10)]
    [InlineData(100, 1000)]
    [InlineData(1, 33_000)]
    [InlineData(1, 1_000_000)]
    public async Task Headers_FarMoreThanTheServerTakes_CostTheConnection(int count, int length)
    {
        await using var peer = await host.ConnectAsync();
        Assert.True((await CallAsync(peer, Many(count, length))).Broken);
        await peer.Closed.WaitAsync(CallEnd.Patience);
        await host.IsWellAsync();
    }

    [Fact]
    public async Task ContinuationWithoutEnd_CostsTheConnection()
    {
        await using var peer = await host.ConnectAsync();
        await peer.SendAsync(Frame.Headers(1, HeaderBlock.Write(Peer.RequestHeaders("Say")), complete: false));
        await FloodAsync(peer, number => Frame.Continuation(1, HeaderBlock.Write(($"h-{number}", new string('x', 100))), complete: false));
        await host.IsWellAsync();
    }

    [Fact]
    public async Task PingFlood_CostsAtMostTheConnection()
    {
        await using var peer = await host.ConnectAsync(new PeerHabits { Answers = false });
        await SendManyAsync(peer, 20_000, number => Frame.Ping(number));
        await host.IsWellAsync();
    }

    [Fact]
    public async Task SettingsFlood_CostsAtMostTheConnection()
    {
        await using var peer = await host.ConnectAsync();
        await SendManyAsync(peer, 20_000, _ => Frame.Settings((4, 65_535)));
        await host.IsWellAsync();
    }

    [Fact]
    public async Task EmptyDataFlood_CostsAtMostTheConnection()
    {
        await using var peer = await host.ConnectAsync();
        var call = await peer.CallAsync("Collect");
        await SendManyAsync(peer, 20_000, _ => Frame.Data(call.Id, default));
        await call.ResetAsync(8);
        await host.IsWellAsync();
    }

    [Fact]
    public async Task WindowUpdateFlood_CostsAtMostTheConnection()
    {
        await using var peer = await host.ConnectAsync();
        var call = await peer.CallAsync("Chat");
        await SendManyAsync(peer, 20_000, _ => Frame.WindowUpdate(call.Id, 1));
        await call.EndAsync();
        await call.Ended.WaitAsync(CallEnd.Patience);
        await host.IsWellAsync();
    }

    [Fact]
    public async Task RapidReset_CostsTheConnectionAndLeavesNoHandler()
    {
        await using var peer = await host.ConnectAsync();
        await FloodAsync(peer, _ => Frame.Headers(peer.NewExchange().Id, HeaderBlock.Write(Peer.RequestHeaders("Chat"))), resets: true);
        await host.IsWellAsync();
    }

    [Theory]
    [InlineData("no frames at all, only text\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    public async Task NoHttp2AtAll_CostsTheConnection(string text)
    {
        using var tcp = new System.Net.Sockets.TcpClient();
        await tcp.ConnectAsync(host.Address.Host, host.Address.Port);
        await tcp.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(text));
        await using var peer = new Peer(tcp, new PeerHabits());
        await peer.Closed.WaitAsync(CallEnd.Patience);
        await host.IsWellAsync();
    }

    public static TheoryData<string> BrokenFrames => [.. Broken.Keys];

    static readonly Dictionary<string, Frame> Broken = new()
    {
        ["a frame longer than was agreed"] = Frame.Data(1, new byte[16_385]),
        ["data of stream 0"] = Frame.Data(0, new byte[10]),
        ["headers of stream 0"] = Frame.Headers(0, HeaderBlock.Write(Peer.RequestHeaders("Say"))),
        ["headers of an even stream"] = Frame.Headers(2, HeaderBlock.Write(Peer.RequestHeaders("Say"))),
        ["settings of five bytes"] = new(FrameType.Settings, 0, 0, new byte[5]),
        ["a ping of seven bytes"] = new(FrameType.Ping, 0, 0, new byte[7]),
        ["a reset of an idle stream"] = Frame.Reset(99, 8),
        ["a window of an idle stream"] = Frame.WindowUpdate(99, 1),
        ["a window of no size"] = Frame.WindowUpdate(0, 0),
        ["a window beyond 2^31"] = Frame.WindowUpdate(0, int.MaxValue),
        ["a push promise"] = new(FrameType.PushPromise, Frame.EndHeaders, 1, new byte[4]),
        ["a continuation of nothing"] = Frame.Continuation(1, HeaderBlock.Write(("a", "b")), complete: true),
        ["headers that are no HPACK"] = Frame.Headers(1, new byte[] { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff }),
    };

    [Theory]
    [MemberData(nameof(BrokenFrames))]
    public async Task BrokenFrame_CostsTheConnectionAndIsAnsweredWithGoAway(string what)
    {
        await using var peer = await host.ConnectAsync();
        await peer.SendAsync(Broken[what]);
        var farewell = await peer.GoneAway.WaitAsync(CallEnd.Patience);
        Assert.NotEqual(0u, farewell.Code);
        await peer.Closed.WaitAsync(CallEnd.Patience);
        await host.IsWellAsync();
    }

    static (string, string)[] Many(int count, int length) => [.. Enumerable.Range(0, count).Select(number => ($"h-{number}", new string('x', length)))];

    static async Task<Outcome> CallAsync(Peer peer, params (string, string)[] more)
    {
        var call = peer.NewExchange();
        var pieces = HeaderBlock.Write(Peer.RequestHeaders("Say", more)).Chunk(16_000).ToArray();
        try
        {
            await peer.SendAsync([.. pieces.Select((piece, at) => at == 0
                ? Frame.Headers(call.Id, piece, complete: pieces.Length == 1)
                : Frame.Continuation(call.Id, piece, at == pieces.Length - 1))]);
            await call.SendAsync(RawCall.Frame(new SayRequest()), end: true);
        }
        catch (IOException)
        {
            // Closed in the middle.
        }
        return await call.Ended.WaitAsync(CallEnd.Patience);
    }

    /// <summary>Sends until the connection is closed.</summary>
    static async Task FloodAsync(Peer peer, Func<int, Frame> frame, bool resets = false)
    {
        for (var number = 0; number < 100_000 && !peer.Closed.IsCompleted; number++)
        {
            try
            {
                var one = frame(number);
                await peer.SendAsync(resets ? [one, Frame.Reset(one.Stream, 8)] : [one]);
            }
            catch (IOException)
            {
                break;
            }
        }
        await peer.Closed.WaitAsync(CallEnd.Patience);
    }

    static async Task SendManyAsync(Peer peer, int count, Func<int, Frame> frame)
    {
        try
        {
            for (var number = 0; number < count; number += 100)
                await peer.SendAsync([.. Enumerable.Range(number, 100).Select(frame)]);
        }
        catch (IOException)
        {
            // The server has had enough.
        }
    }
}
