using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Tests.Echo.V1;
using Tsunagu.Tests.StandIns.Pressure.Wire;
using Xunit;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>A reader that is slower than the writer holds the writer back; the memory between them stays what it was.</summary>
[Collection(nameof(Measured))]
public sealed class SlowReaderTests
{
    const int Megabyte = 1 << 20;
    const int Gigabyte = 1 << 30;
    const long Tolerance = 24 * Megabyte;

    // Of all messages together.
    const int Framing = 64 * 1024;

    static readonly PeerHabits ReadsNothing = new() { OpensWindow = false };

    [Fact]
    public async Task ServerStream_OfAGigabyte_ToASlowReader_KeepsTheMemoryFlat()
    {
        await using var host = await PressureHost.StartAsync();
        await using var peer = await host.ConnectAsync();
        var call = peer.NewExchange();
        call.Keeps = false;
        var before = Heap();
        await peer.SendAsync(Frame.Headers(call.Id, HeaderBlock.Write(Peer.RequestHeaders("Count"))));
        await call.SendAsync(RawCall.Frame(new SayRequest { Number = 1024, Big = Megabyte }), end: true);
        for (var mark = Gigabyte / 8; !call.Ended.IsCompleted; mark += Gigabyte / 8)
        {
            await Eventually.HoldsAsync(() => call.Received >= mark || call.Ended.IsCompleted, $"stuck at {call.Received}");
            // Messages are counted when they are written: what has been written and not read yet lies in memory. One may be read before it is counted; their framing is read alone.
            Assert.InRange(host.Ledger.Sent - call.Received, -Megabyte - Framing, 8 * Megabyte);
            Assert.InRange(Heap() - before, long.MinValue, Tolerance);
        }
        Assert.Equal(StatusCode.OK, (await call.Ended).Status);
        Assert.InRange(call.Received, Gigabyte, Gigabyte + Framing);
    }

    [Fact]
    public async Task ServerStream_ToAReaderThatReadsNothing_WaitsAndDisturbsNoOtherCall()
    {
        await using var host = await PressureHost.StartAsync();
        await using var peer = await host.ConnectAsync(ReadsNothing);
        // The connection has room; only the one stream is stuck.
        await peer.SendAsync(Frame.WindowUpdate(0, Gigabyte));
        var before = Heap();
        var stuck = await peer.CallAsync("Count", new SayRequest { Number = 1024, Big = Megabyte });
        await Eventually.HoldsAsync(() => stuck.Received == 65_535, $"only {stuck.Received}");
        for (var round = 0; round < 50; round++)
            Assert.Equal(StatusCode.OK, (await (await peer.CallAsync("Say", new SayRequest())).Ended.WaitAsync(CallEnd.Patience)).Status);
        Assert.InRange(host.Ledger.Sent, 0, 4 * Megabyte);
        Assert.InRange(Heap() - before, long.MinValue, Tolerance);
        await stuck.ResetAsync(8);
        await host.IsWellAsync();
    }

    [Fact]
    public async Task ServerStream_ToAReaderThatReadsNothing_IsResetAtItsDeadline()
    {
        await using var host = await PressureHost.StartAsync();
        await using var peer = await host.ConnectAsync(ReadsNothing);
        var stuck = await peer.CallAsync("Count", new SayRequest { Number = 1024, Big = Megabyte }, ("grpc-timeout", "300m"));
        Assert.Equal(8u, await stuck.Reset.WaitAsync(CallEnd.Patience));
        await host.IsWellAsync();
    }

    [Fact]
    public async Task ServerStream_ThatOurClientDoesNotRead_WaitsAndEndsWithItsDisposal()
    {
        await using var host = await PressureHost.StartAsync();
        var before = Heap();
        var call = host.Client.Count(new SayRequest { Number = 1024, Big = Megabyte });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        await Task.Delay(500);
        Assert.InRange(host.Ledger.Sent, 1, 32 * Megabyte);
        Assert.InRange(Heap() - before, long.MinValue, Tolerance);
        call.Dispose();
        await host.IsWellAsync();
    }

    [Fact]
    public async Task ClientStream_OfAGigabyte_ToASlowServer_KeepsTheMemoryFlat()
    {
        await using var server = new RawServer(async exchange =>
        {
            exchange.Keeps = false;
            await exchange.Ended;
            await exchange.RespondAsync();
            await exchange.SendAsync(RawCall.Frame(new SayReply { Text = $"{exchange.Received}" }));
            await exchange.TrailAsync(("grpc-status", "0"));
        });
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var call = new Echo.EchoClient(channel).Collect();
        var message = new SayRequest { Data = ByteString.CopyFrom(new byte[Megabyte]) };
        var before = Heap();
        for (var sent = 0; sent < 1024; sent++)
        {
            await call.RequestStream.WriteAsync(message).WaitAsync(CallEnd.Patience);
            if (sent % 128 == 0)
                Assert.InRange(Heap() - before, long.MinValue, Tolerance);
        }
        await call.RequestStream.CompleteAsync();
        var received = long.Parse((await call.ResponseAsync.WaitAsync(CallEnd.Patience)).Text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(received, Gigabyte, Gigabyte + Framing);
    }

    [Fact]
    public async Task ClientStream_ToAServerThatReadsNothing_WaitsAndEndsWithTheCall()
    {
        await using var server = new RawServer(_ => Task.CompletedTask, ReadsNothing);
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var stop = new CancellationTokenSource();
        using var call = new Echo.EchoClient(channel).Collect(cancellationToken: stop.Token);
        var message = new SayRequest { Data = ByteString.CopyFrom(new byte[Megabyte]) };
        var before = Heap();
        var write = call.RequestStream.WriteAsync(message);
        await Task.Delay(500);
        Assert.False(write.IsCompleted);
        Assert.InRange(Heap() - before, long.MinValue, Tolerance);
        await stop.CancelAsync();
        Assert.Equal(StatusCode.Cancelled, await CallEnd.CodeAsync(() => write));
        Assert.Equal(StatusCode.Cancelled, await CallEnd.CodeAsync(() => call.ResponseAsync));
    }

    [Fact]
    public async Task ServerHandler_ThatReadsNothing_HoldsOurClientBack()
    {
        await using var host = await PressureHost.StartAsync();
        using var call = host.Client.Collect();
        var message = new SayRequest { Act = "wait", Data = ByteString.CopyFrom(new byte[Megabyte]) };
        var written = 0;
        var writing = Task.Run(async () =>
        {
            for (; written < 1024; written++)
                await call.RequestStream.WriteAsync(message);
        });
        await Eventually.HoldsAsync(() => host.Ledger.Received == Megabyte, "the first message did not arrive");
        await Task.Delay(500);
        Assert.InRange(Volatile.Read(ref written), 1, 16);
        call.Dispose();
        Assert.Equal(StatusCode.Cancelled, await CallEnd.CodeAsync(() => writing));
        await host.IsWellAsync();
    }

    static long Heap() => GC.GetTotalMemory(forceFullCollection: true);
}

/// <summary>Tests that measure the whole process run by themselves.</summary>
[CollectionDefinition(nameof(Measured), DisableParallelization = true)]
public sealed class Measured;
