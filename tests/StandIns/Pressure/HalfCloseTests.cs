using Grpc.Core;
using Tests.Echo.V1;
using Tsunagu.Tests.StandIns.Pressure.Wire;
using Xunit;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>Who ends its half of the stream first, and what becomes of the other half.</summary>
public sealed class HalfCloseTests : IAsyncLifetime
{
    static readonly byte[] Message = RawCall.Frame(new SayRequest { Text = "a" });
    static readonly byte[] Enough = RawCall.Frame(new SayRequest { Act = "enough" });

    PressureHost host = null!;
    Peer peer = null!;

    public async ValueTask InitializeAsync()
    {
        host = await PressureHost.StartAsync();
        peer = await host.ConnectAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await peer.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task ClientClosesWithTheHeaders_StreamsAreEmptyAndSingleCallsLackTheirMessage()
    {
        foreach (var (method, expected) in ((string, StatusCode)[])[
            ("Say", StatusCode.Internal), ("Count", StatusCode.Internal), ("Collect", StatusCode.OK), ("Chat", StatusCode.OK)])
        {
            var call = peer.NewExchange();
            await peer.SendAsync(Frame.Headers(call.Id, HeaderBlock.Write(Peer.RequestHeaders(method)), end: true));
            Assert.Equal(expected, (await call.Ended.WaitAsync(CallEnd.Patience)).Status);
        }
        await host.IsWellAsync();
    }

    [Theory]
    [InlineData("Say")]
    [InlineData("Count")]
    public async Task SingleRequest_IsNotServedBeforeTheClientCloses(string method)
    {
        var call = await peer.CallAsync(method);
        await call.SendAsync(Message);
        var other = await peer.CallAsync("Say", new SayRequest());
        await other.Ended.WaitAsync(CallEnd.Patience);
        Assert.False(call.Ended.IsCompleted);
        await call.EndAsync();
        Assert.Equal(StatusCode.OK, (await call.Ended.WaitAsync(CallEnd.Patience)).Status);
    }

    [Fact]
    public async Task ClientClosesEarly_AndTheServerGoesOnSending()
    {
        var call = await peer.CallAsync("Count", new SayRequest { Number = 100 });
        var outcome = await call.Ended.WaitAsync(CallEnd.Patience);
        Assert.Equal(StatusCode.OK, outcome.Status);
        Assert.Equal(100, Messages(outcome.Body));
    }

    [Theory]
    [InlineData("Collect")]
    [InlineData("Chat")]
    public async Task ServerEndsFirst_GivesItsStatusAndTellsTheClientToStopSending(string method)
    {
        var call = await peer.CallAsync(method);
        await call.SendAsync(Message);
        await call.SendAsync(Enough);
        Assert.Equal(StatusCode.OK, (await call.Ended.WaitAsync(CallEnd.Patience)).Status);
        // NO_ERROR: not a failure, only "send no more".
        Assert.Equal(0u, await call.Reset.WaitAsync(CallEnd.Patience));
        // Data that crossed the end on its way disturbs nobody.
        await call.SendAsync(Message);
        await host.IsWellAsync();
        Assert.Equal(StatusCode.OK, (await (await peer.CallAsync("Say", new SayRequest())).Ended.WaitAsync(CallEnd.Patience)).Status);
    }

    [Theory]
    [InlineData("Collect")]
    [InlineData("Chat")]
    public async Task ServerFailsFirst_GivesItsStatusToTheClientThatStillSends(string method)
    {
        var call = await peer.CallAsync(method);
        await call.SendAsync(RawCall.Frame(new SayRequest { Act = "fail", Number = (int)StatusCode.Aborted, Text = "no more" }));
        var outcome = await call.Ended.WaitAsync(CallEnd.Patience);
        Assert.Equal((StatusCode.Aborted, "no more"), (outcome.Status, outcome.Value("grpc-message")));
        Assert.Equal(0u, await call.Reset.WaitAsync(CallEnd.Patience));
        await host.IdleAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OurClient_WhenTheServerEndsFirst_GetsItsStatusAndStopsSending(bool resets)
    {
        await using var server = new RawServer(async exchange =>
        {
            await exchange.RespondAsync();
            await exchange.SendAsync(RawCall.Frame(new SayReply { Text = "early" }));
            await exchange.TrailAsync(("grpc-status", "0"));
            if (resets)
                await exchange.ResetAsync(0);
        });
        using var channel = Grpc.Net.Client.GrpcChannel.ForAddress(server.Address);
        using var call = new Echo.EchoClient(channel).Collect();
        Assert.Equal("early", (await call.ResponseAsync.WaitAsync(CallEnd.Patience)).Text);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        await Assert.ThrowsAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(new SayRequest()));
    }

    [Fact]
    public async Task OurClient_WhenTheServerEndsWhileAWriteWaits_EndsTheWrite()
    {
        // It never gives the window back, and it sends no reset.
        await using var server = new RawServer(
            async exchange =>
            {
                await Task.Delay(100);
                await exchange.RespondAsync();
                await exchange.TrailAsync(("grpc-status", "9"), ("grpc-message", "enough"));
            },
            new PeerHabits { OpensWindow = false });
        using var channel = Grpc.Net.Client.GrpcChannel.ForAddress(server.Address);
        using var call = new Echo.EchoClient(channel).Chat();
        var write = call.RequestStream.WriteAsync(new SayRequest { Data = Google.Protobuf.ByteString.CopyFrom(new byte[1_000_000]) });
        Assert.Equal(StatusCode.FailedPrecondition, await CallEnd.CodeAsync(() => call.ResponseStream.MoveNext(CancellationToken.None)));
        Assert.Equal(StatusCode.FailedPrecondition, await CallEnd.CodeAsync(() => write));
    }

    [Fact]
    public async Task ManyCallsThatTheServerEndsFirst_LeaveTheConnectionWhole()
    {
        for (var round = 0; round < 300; round++)
        {
            using var call = host.Client.Collect();
            await call.RequestStream.WriteAsync(new SayRequest { Act = "enough", Text = $"{round}" });
            Assert.Equal($"{round}", (await call.ResponseAsync.WaitAsync(CallEnd.Patience)).Text);
        }
        await host.IdleAsync();
    }

    static int Messages(ReadOnlySpan<byte> body)
    {
        var count = 0;
        for (; body.Length > 0; count++)
            body = body[(5 + System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(body[1..]))..];
        return count;
    }
}
