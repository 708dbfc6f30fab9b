using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Tests.Echo.V1;
using Tsunagu.Tests.StandIns.Pressure;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.StandIns.Soak;

/// <summary>Full load of every kind of call, with callers who give up and a server that goes and comes back.</summary>
[Collection(nameof(Measured))]
public sealed class SoakTests
{
    const int Callers = 48;
    const int Channels = 4;
    const int Heap = 24 << 20;
    const int Buffers = 64;

    static readonly TimeSpan Load = Tier.IsFull ? TimeSpan.FromMinutes(10) : TimeSpan.FromSeconds(30);
    static readonly TimeSpan Between = Tier.IsFull ? TimeSpan.FromSeconds(20) : TimeSpan.FromSeconds(5);

    TaskCompletionSource open = new();
    int busy;

    [Fact]
    public async Task Soak_KeepsTheMemoryFlat_AndAnswersEveryCallOnce()
    {
        var seed = Seed.Draw();
        var history = new SoakHistory();
        await using var server = new SoakServer(history);
        await server.StartAsync();
        var channels = Enumerable.Range(0, Channels).Select(_ => GrpcChannel.ForAddress(server.Address)).ToArray();
        using var tally = new Tally();
        using var end = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        open.SetResult();
        var callers = Enumerable.Range(0, Callers)
            .Select(number => new SoakCaller(new Echo.EchoClient(channels[number % Channels]), history, new Random(unchecked(seed * 1000 + number)))).ToArray();
        var calling = callers.Select(caller => Task.Run(() => CallAsync(caller, end.Token))).ToArray();

        // The first quarter fills pools and caches.
        await LoadAsync(server, Load / 4, watch);
        var early = await CheckAsync(tally, callers);
        await LoadAsync(server, Load, watch);
        await end.CancelAsync();
        await Eventually.HoldsAsync(() => Array.TrueForAll(calling, task => task.IsCompleted), () => string.Join('\n', callers.Select(caller => caller.Doing).OfType<string>()));
        await Task.WhenAll(calling);
        var late = await CheckAsync(tally, callers);
        foreach (var channel in channels)
            channel.Dispose();

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"soak seconds={watch.Elapsed.TotalSeconds:0} calls={history.Calls} ok={history.Count(StatusCode.OK)} aborted={history.Count(StatusCode.Aborted)} "
            + $"cancelled={history.Count(StatusCode.Cancelled)} late={history.Count(StatusCode.DeadlineExceeded)} unavailable={history.Count(StatusCode.Unavailable)} "
            + $"restarts={server.Restarts} heap={early.Heap >> 10}->{late.Heap >> 10}KB buffers={early.Buffers}->{late.Buffers} timers={early.Timers}->{late.Timers} "
            + $"surprises={history.Surprises.Count} faults={history.Faults().Count()}");
        Assert.True(history.Surprises.IsEmpty, string.Join('\n', history.Surprises));
        Assert.Empty(history.Faults().Take(20));
        Assert.InRange(history.Count(StatusCode.OK), history.Calls / 2, history.Calls);
        Assert.True(server.Restarts >= 3, $"only {server.Restarts} restarts");
        Assert.InRange(late.Heap - early.Heap, long.MinValue, Heap);
        Assert.InRange(late.Buffers - early.Buffers, int.MinValue, Buffers);
        Assert.InRange(late.Timers - early.Timers, long.MinValue, Callers);
    }

    async Task CallAsync(SoakCaller caller, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            Interlocked.Increment(ref busy);
            if (!open.Task.IsCompleted)
            {
                Interlocked.Decrement(ref busy);
                await open.Task;
                continue;
            }
            var served = await caller.CallAsync();
            Interlocked.Decrement(ref busy);
            // The server is away; a real caller would not ask in a circle either.
            if (!served)
                await Task.Delay(25, CancellationToken.None);
        }
    }

    static async Task LoadAsync(SoakServer server, TimeSpan until, Stopwatch watch)
    {
        while (watch.Elapsed + Between < until)
        {
            await Task.Delay(Between);
            await server.RestartAsync(orderly: server.Restarts % 2 == 0);
        }
    }

    /// <summary>Lets the callers rest and looks at what is held while nothing is under way.</summary>
    async Task<(long Heap, int Buffers, long Timers)> CheckAsync(Tally tally, SoakCaller[] callers)
    {
        var closed = open = new TaskCompletionSource();
        await Eventually.HoldsAsync(() => Volatile.Read(ref busy) == 0, () => string.Join('\n', callers.Select(caller => caller.Doing).OfType<string>()));
        await Eventually.HoldsAsync(() => tally.Calls == 0, () => $"the server still counts {tally.Calls} calls");
        await Eventually.HoldsAsync(() => tally.ClientCalls == 0, () => $"the clients still count {tally.ClientCalls} calls");
        await Task.Delay(500);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var state = (GC.GetTotalMemory(forceFullCollection: true), tally.Buffers, Timer.ActiveCount);
        closed.SetResult();
        return state;
    }
}
