using System.Net.Http;
using Grpc.Core;
using Grpc.Net.Client;
using Tests.Echo.V1;
using Tsunagu.Tests.StandIns.Pressure.Wire;
using Xunit;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>More callers than the connection has streams.</summary>
public sealed class StreamLimitTests
{
    [Theory]
    [InlineData(100, true)]
    [InlineData(100, false)]
    [InlineData(4, false)]
    public async Task MoreCallersThanStreams_AreAllServed(int limit, bool manyConnections)
    {
        await using var host = await PressureHost.StartAsync(kestrel => kestrel.Limits.Http2.MaxStreamsPerConnection = limit);
        using var handler = new SocketsHttpHandler { EnableMultipleHttp2Connections = manyConnections };
        using var channel = GrpcChannel.ForAddress(host.Address, new GrpcChannelOptions { HttpHandler = handler });
        var client = new Echo.EchoClient(channel);
        // The limit is known from the first answer on.
        await client.SayAsync(new SayRequest());
        var replies = await Task.WhenAll(Enumerable.Range(0, 500).Select(async number =>
            (await client.SayAsync(new SayRequest { Text = $"{number}", Act = "pause" }).ResponseAsync.WaitAsync(CallEnd.Patience)).Text));
        Assert.Equal(Enumerable.Range(0, 500).Select(number => $"{number}"), replies);
    }

    [Fact]
    public async Task CallerThatWaitsForAStream_GoesAtItsDeadline_AndTheOthersAreServed()
    {
        await using var host = await PressureHost.StartAsync(kestrel => kestrel.Limits.Http2.MaxStreamsPerConnection = 1);
        using var handler = new SocketsHttpHandler { EnableMultipleHttp2Connections = false };
        using var channel = GrpcChannel.ForAddress(host.Address, new GrpcChannelOptions { HttpHandler = handler });
        var client = new Echo.EchoClient(channel);
        using var first = client.SayAsync(new SayRequest { Act = "wait" });
        await Eventually.HoldsAsync(() => host.Ledger.Running == 1, "the first call did not arrive");
        var late = CallEnd.CodeAsync(() => client.SayAsync(new SayRequest(), deadline: DateTime.UtcNow.AddMilliseconds(300)).ResponseAsync);
        var patient = client.SayAsync(new SayRequest { Text = "patient" }).ResponseAsync;
        Assert.Equal(StatusCode.DeadlineExceeded, await late);
        first.Dispose();
        Assert.Equal("patient", (await patient.WaitAsync(CallEnd.Patience)).Text);
    }

    [Fact]
    public async Task StreamBeyondTheLimit_IsRefusedAndTheOthersAreServed()
    {
        await using var host = await PressureHost.StartAsync(kestrel => kestrel.Limits.Http2.MaxStreamsPerConnection = 3);
        await using var peer = await host.ConnectAsync();
        var calls = new List<Exchange>();
        for (var number = 0; number < 3; number++)
            calls.Add(await peer.CallAsync("Chat"));
        var beyond = await peer.CallAsync("Chat");
        // REFUSED_STREAM: certainly not begun, so that the caller may try again.
        Assert.Equal(7u, await beyond.Reset.WaitAsync(CallEnd.Patience));
        foreach (var call in calls)
        {
            await call.EndAsync();
            Assert.Equal(StatusCode.OK, (await call.Ended.WaitAsync(CallEnd.Patience)).Status);
        }
        await host.IsWellAsync();
    }

    [Fact]
    public async Task ServerThatLowersItsLimit_IsObeyed()
    {
        var open = 0;
        var most = 0;
        await using var server = new RawServer(
            async exchange =>
            {
                most = Math.Max(most, Interlocked.Increment(ref open));
                await exchange.Ended;
                await Task.Delay(5);
                Interlocked.Decrement(ref open);
                await exchange.RespondAsync();
                await exchange.SendAsync(RawCall.Frame(new SayReply()));
                await exchange.TrailAsync(("grpc-status", "0"));
            },
            new PeerHabits { Settings = [(3, 2)] });
        using var handler = new SocketsHttpHandler { EnableMultipleHttp2Connections = false };
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { HttpHandler = handler });
        var client = new Echo.EchoClient(channel);
        await client.SayAsync(new SayRequest());
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.SayAsync(new SayRequest()).ResponseAsync.WaitAsync(CallEnd.Patience)));
        Assert.Equal(2, most);
        Assert.Equal(1, server.Connections);
    }
}
