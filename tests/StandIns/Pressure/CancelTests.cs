using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using Tests.Echo.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>Calls of every kind, given up at any moment in any way.</summary>
[Collection(nameof(Measured))]
public sealed class CancelTests
{
    const int Callers = 32;
    const int Calls = 64 * Callers;

    static readonly StatusCode[] Ends = [StatusCode.OK, StatusCode.Cancelled, StatusCode.DeadlineExceeded, StatusCode.Aborted];

    [Fact]
    public async Task CallsCancelledAtRandomPoints_AllEnd_AndNothingIsLeft()
    {
        var seed = Seed.Draw();
        // Kestrel takes callers who reset faster than handlers end for an attack, by the limit of streams; services of the suite have this one.
        await using var host = await PressureHost.StartAsync(kestrel => kestrel.Limits.Http2.MaxStreamsPerConnection = 1000);
        // Pools, connections and compiled code are there before anything is counted.
        await StormAsync(host, seed, 500, []);
        await host.IdleAsync();

        using var tally = new Tally();
        var (timers, heap) = (Timer.ActiveCount, GC.GetTotalMemory(forceFullCollection: true));
        var objects = new ConcurrentBag<WeakReference>();
        var ends = await StormAsync(host, unchecked(seed + 1), Calls, objects);
        await host.IdleAsync();

        Assert.Equal(Calls, ends.Values.Sum());
        Assert.True(ends.Keys.All(Ends.Contains), string.Join(' ', ends));
        Assert.True(ends.Count == Ends.Length, $"A way to end was not met: {string.Join(' ', ends)}");
        await Eventually.HoldsAsync(() => tally.Calls == 0, () => $"the server counts {tally.Calls} calls");
        await Eventually.HoldsAsync(() => tally.ClientCalls == 0, () => $"the clients count {tally.ClientCalls} calls");
        Assert.InRange(tally.Started, Calls / 2, Calls);
        Assert.Equal(Calls, tally.ClientStarted);
        // The connection itself holds some.
        await Eventually.HoldsAsync(() => tally.Buffers <= 16, $"{tally.Buffers} buffers were not returned");
        await Eventually.HoldsAsync(() => Timer.ActiveCount <= timers + 4, $"{Timer.ActiveCount} timers, {timers} before");
        await Eventually.HoldsAsync(() => Alive(objects) == 0, $"{Alive(objects)} calls are still held");
        // The pools keep some of what passed through them.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - heap, long.MinValue, 16 << 20);
        await host.IsWellAsync();
    }

    [Fact]
    public async Task CallCancelledInTheMiddleOfAWrite_CostsNoOtherCall()
    {
        await using var host = await PressureHost.StartAsync(kestrel => kestrel.Limits.Http2.MaxStreamsPerConnection = 1000);
        var client = host.Client;
        // On the same connection as all that follow.
        using var bystander = client.Chat();
        var message = new SayRequest { Data = Google.Protobuf.ByteString.CopyFrom(new byte[200_000]) };
        for (var round = 0; round < 300; round++)
        {
            using var stop = new CancellationTokenSource();
            using var call = client.Collect(cancellationToken: stop.Token);
            var write = call.RequestStream.WriteAsync(message);
            for (var wait = 0; wait < round % 20; wait++)
                await Task.Yield();
            await stop.CancelAsync();
            Assert.True(await CallEnd.CodeAsync(() => write) is StatusCode.OK or StatusCode.Cancelled);
            await bystander.RequestStream.WriteAsync(new SayRequest { Number = round });
            Assert.True(await bystander.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(CallEnd.Patience));
        }
        await bystander.RequestStream.CompleteAsync();
        Assert.False(await bystander.ResponseStream.MoveNext(CancellationToken.None));
    }

    static int Alive(IEnumerable<WeakReference> objects)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return objects.Count(one => one.IsAlive);
    }

    static async Task<ConcurrentDictionary<StatusCode, int>> StormAsync(PressureHost host, int seed, int count, ConcurrentBag<WeakReference> objects)
    {
        var ends = new ConcurrentDictionary<StatusCode, int>();
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new Echo.EchoClient(channel);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var random = new Random(unchecked(seed * 1000 + caller));
            for (var call = 0; call < count / Callers; call++)
                ends.AddOrUpdate(await CallEnd.CodeAsync(() => OneAsync(client, random, objects)), 1, (_, number) => number + 1);
        })));
        return ends;
    }

    static async Task OneAsync(Echo.EchoClient client, Random random, ConcurrentBag<WeakReference> objects)
    {
        using var stop = new CancellationTokenSource();
        var options = new CallOptions(
            deadline: random.Next(4) == 0 ? DateTime.UtcNow.AddMilliseconds(random.Next(0, 8)) : null, cancellationToken: stop.Token);
        var request = new SayRequest { Text = "x", Number = random.Next(0, 20_000), Act = random.Next(4) == 0 ? "wait" : "" };
        if (random.Next(8) == 0)
            (request.Act, request.Number) = ("fail", (int)StatusCode.Aborted);
        // Some are left in peace; a slow machine must meet every end too.
        var pause = request.Act != "wait" && random.Next(3) == 0 ? 10_000 : random.Next(0, 10);
        switch (random.Next(4))
        {
            case 0:
                using (var call = client.SayAsync(request, options))
                {
                    objects.Add(new WeakReference(call));
                    await EndAsync(call.ResponseAsync, call, stop, random, pause);
                }
                break;
            case 1:
                using (var call = client.Collect(options))
                {
                    objects.Add(new WeakReference(call));
                    await EndAsync(WriteAsync(call.RequestStream, request, async () => await call), call, stop, random, pause);
                }
                break;
            case 2:
                (request.Number, request.Big) = (request.Act == "fail" ? request.Number : request.Number % 50, 2_000);
                using (var call = client.Count(request, options))
                {
                    objects.Add(new WeakReference(call));
                    await EndAsync(CallEnd.ReadToEndAsync(call.ResponseStream), call, stop, random, pause);
                }
                break;
            default:
                using (var call = client.Chat(options))
                {
                    objects.Add(new WeakReference(call));
                    await EndAsync(WriteAsync(call.RequestStream, request, () => CallEnd.ReadToEndAsync(call.ResponseStream)), call, stop, random, pause);
                }
                break;
        }
    }

    static async Task WriteAsync(IClientStreamWriter<SayRequest> requests, SayRequest request, Func<Task> read)
    {
        try
        {
            for (var number = 0; number < 5; number++)
                await requests.WriteAsync(request);
            await requests.CompleteAsync();
        }
        catch (InvalidOperationException)
        {
            // The call has ended well before its last request; the answer says so.
        }
        await read();
    }

    static async Task EndAsync(Task work, IDisposable call, CancellationTokenSource stop, Random random, int pause)
    {
        if (await Task.WhenAny(work, Task.Delay(pause)) != work)
        {
            if (random.Next(2) == 0)
                call.Dispose();
            else
                await stop.CancelAsync();
        }
        await work;
    }
}
