using Grpc.Core;
using Grpc.Net.Client;
using Tests.Echo.V1;
using Tsunagu.Tests.StandIns.Pressure.Wire;
using Xunit;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>GOAWAY: a server that goes, and what becomes of the calls on their way.</summary>
public sealed class FarewellTests
{
    [Fact]
    public async Task ServerThatStops_SaysGoAwayAndServesWhatHasBegun()
    {
        await using var host = await PressureHost.StartAsync();
        await using var peer = await host.ConnectAsync();
        var call = await peer.CallAsync("Chat");
        await call.SendAsync(RawCall.Frame(new SayRequest { Text = "before" }));
        await call.Head.WaitAsync(CallEnd.Patience);
        var stopping = host.StopAsync();
        var farewell = await peer.GoneAway.WaitAsync(CallEnd.Patience);
        Assert.Equal(0u, farewell.Code);
        await call.SendAsync(RawCall.Frame(new SayRequest { Text = "after" }), end: true);
        Assert.Equal(StatusCode.OK, (await call.Ended.WaitAsync(CallEnd.Patience)).Status);
        // As clients do when all that a GOAWAY let them finish is finished.
        await peer.DisposeAsync();
        await stopping.WaitAsync(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task ServerThatStops_WithoutCalls_ClosesItsConnections()
    {
        await using var host = await PressureHost.StartAsync();
        await using var peer = await host.ConnectAsync();
        await (await peer.CallAsync("Say", new SayRequest())).Ended.WaitAsync(CallEnd.Patience);
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(8));
        await peer.Closed.WaitAsync(CallEnd.Patience);
    }

    [Fact]
    public async Task CallThatOutlivesTheShutdown_EndsAsUnavailable()
    {
        await using var host = await PressureHost.StartAsync(patience: TimeSpan.FromSeconds(1));
        using var call = host.Client.SayAsync(new SayRequest { Act = "wait" });
        await Eventually.HoldsAsync(() => host.Ledger.Running == 1, "the call did not arrive");
        await host.StopAsync().WaitAsync(CallEnd.Patience);
        Assert.Equal(StatusCode.Unavailable, await CallEnd.CodeAsync(() => call.ResponseAsync));
        await host.IdleAsync();
    }

    [Fact]
    public async Task GoAwayInMidFlight_LetsTheCallsItCoversFinish_AndTheNextGoElsewhere()
    {
        var first = new TaskCompletionSource();
        await using var server = new RawServer(async exchange =>
        {
            await exchange.RespondAsync();
            if (first.TrySetResult())
            {
                await exchange.Peer.SendAsync(Frame.GoAway(exchange.Id, 0));
                await Task.Delay(200);
            }
            await exchange.SendAsync(RawCall.Frame(new SayReply { Text = $"{exchange.Id}" }));
            await exchange.TrailAsync(("grpc-status", "0"));
        });
        using var channel = GrpcChannel.ForAddress(server.Address);
        var client = new Echo.EchoClient(channel);
        var covered = client.SayAsync(new SayRequest());
        await covered.ResponseHeadersAsync.WaitAsync(CallEnd.Patience);
        var next = client.SayAsync(new SayRequest());
        Assert.Equal("1", (await covered.ResponseAsync.WaitAsync(CallEnd.Patience)).Text);
        await next.ResponseAsync.WaitAsync(CallEnd.Patience);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task CallThatGoAwayDoesNotCover_IsSentAgainElsewhere_OnlyOnce()
    {
        var calls = 0;
        await using var server = new RawServer(async exchange =>
        {
            if (Interlocked.Increment(ref calls) == 1)
            {
                // Nothing was processed: stream 0 is the last.
                await exchange.Peer.SendAsync(Frame.GoAway(0, 0));
                return;
            }
            await exchange.RespondAsync();
            await exchange.SendAsync(RawCall.Frame(new SayReply { Text = "elsewhere" }));
            await exchange.TrailAsync(("grpc-status", "0"));
        });
        using var channel = GrpcChannel.ForAddress(server.Address);
        Assert.Equal("elsewhere", (await new Echo.EchoClient(channel).SayAsync(new SayRequest()).ResponseAsync.WaitAsync(CallEnd.Patience)).Text);
        Assert.Equal((2, 2), (calls, server.Connections));
    }

    [Theory]
    [InlineData(0x2)]
    [InlineData(0xb)]
    public async Task GoAwayWithAnError_EndsTheCallsItDoesNotLetFinish(uint code)
    {
        await using var server = new RawServer(async exchange =>
        {
            await exchange.RespondAsync();
            await exchange.Peer.SendAsync(Frame.GoAway(exchange.Id, code));
            exchange.Peer.Cut();
        });
        using var channel = GrpcChannel.ForAddress(server.Address);
        var status = await CallEnd.OfAsync(() => new Echo.EchoClient(channel).SayAsync(new SayRequest()).ResponseAsync);
        Assert.True(status.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.ResourceExhausted, status.ToString());
    }

    [Theory]
    [InlineData("Say")]
    [InlineData("Count")]
    [InlineData("Collect")]
    [InlineData("Chat")]
    public async Task ClientReset_WithAnyCode_EndsTheHandler(string method)
    {
        await using var host = await PressureHost.StartAsync();
        await using var peer = await host.ConnectAsync();
        for (uint code = 0; code <= 0xd; code++)
        {
            var call = await peer.CallAsync(method);
            await call.SendAsync(RawCall.Frame(new SayRequest { Act = "wait", Number = 1 }), end: method is "Say" or "Count");
            await Eventually.HoldsAsync(() => host.Ledger.Running == 1, "the call did not arrive");
            await call.ResetAsync(code);
            await host.IdleAsync();
        }
        Assert.False(peer.Closed.IsCompleted);
        await host.IsWellAsync();
    }
}
