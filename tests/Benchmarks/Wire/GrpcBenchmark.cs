using System.Globalization;
using Tsunagu.Tests.Benchmarks.Measuring;

namespace Tsunagu.Tests.Benchmarks.Wire;

/// <summary>
/// Calls through our gRPC runtime beside the same bytes over Kestrel and HttpClient: same frames, headers and trailers, no gRPC code. The server
/// is a process of its own for both; both clients run here in turn, each on connections of its own. "full" is a service with all of
/// ServiceDefaults (signed token checked, access decided, spans and metrics made, none exported) beside the same bare endpoint.
/// </summary>
sealed class GrpcBenchmark : IBenchmark
{
    const int Small = 64;
    const int Large = 64 * 1024;
    const int Counted = 2_000;

    static readonly int[] CallerCounts = [1, 32, 256];

    public string Name => "grpc";

    public async Task<Figure> RunAsync(Settings settings)
    {
        await using var server = await ServerProcess.StartAsync("plain");
        Figure? known = null;
        foreach (var size in (int[])[Small, Large])
        {
            using var ours = new GrpcSide(server.Address, size, token: null);
            using var limit = new BareClient(server.Address, size, token: null);
            foreach (var callers in CallerCounts)
            {
                var figure = await CompareAsync(settings, $"unary {Text(size)} {callers} callers", callers, "calls/s", ours.SayAsync, limit.SayAsync, limit);
                if (size == Small && callers == 32)
                    known = figure;
            }
            var count = size == Small ? 1_000 : 50;
            foreach (var callers in CallerCounts)
                await CompareAsync(settings, $"stream {Text(size)} {callers} callers", callers, "messages/s", () => ours.PourAsync(count), () => limit.PourAsync(count), limit);
            await AllocationAsync(settings, $"bytes {Text(size)}", ours, limit);
        }
        await using var fullServer = await ServerProcess.StartAsync("full");
        using var full = new GrpcSide(fullServer.Address, Small, fullServer.Token);
        using var bare = new BareClient(server.Address, Small, fullServer.Token);
        using var meter = new BareClient(fullServer.Address, Small, fullServer.Token);
        await CompareAsync(settings, $"full {Text(Small)} 32 callers", 32, "calls/s", full.SayAsync, bare.SayAsync, meter, bare);
        return known ?? new Figure(0, 0, "calls/s");
    }

    async Task<Figure?> CompareAsync(
        Settings settings, string part, int callers, string unit, Func<Task<int>> ours, Func<Task<int>> limit, params BareClient[] servers)
    {
        if (!settings.Asks(part))
            return null;
        var (mine, theirs) = (new Spending(servers[0]), new Spending(servers[^1]));
        var figure = await Duel.RunAsync(settings, unit,
            time => mine.MeterAsync(stretch => Callers.RateAsync(callers, stretch, ours), time),
            time => theirs.MeterAsync(stretch => Callers.RateAsync(callers, stretch, limit), time));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{figure.Describe($"{Name}: {part}:")}, processor time {mine.MicrosecondsPerUnit:0.0} us (bare {theirs.MicrosecondsPerUnit:0.0})"));
        return figure;
    }

    // One caller and a fixed number of calls: what each side allocates in both processes, and how much more ours does.
    async Task AllocationAsync(Settings settings, string part, GrpcSide ours, BareClient limit)
    {
        if (!settings.Asks(part))
            return;
        var calls = settings.Rounds == 1 ? 20 : Counted;
        var mine = await BytesAsync(calls, ours.SayAsync, limit);
        var theirs = await BytesAsync(calls, limit.SayAsync, limit);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Name}: {part} allocated per call: client {mine.Client:0} (bare {theirs.Client:0}), server {mine.Server:0} (bare {theirs.Server:0}), beyond bare {mine.Client + mine.Server - theirs.Client - theirs.Server:0}"));
    }

    static async Task<(double Client, double Server)> BytesAsync(int calls, Func<Task<int>> call, BareClient server)
    {
        await Callers.BytesAsync(calls, call);
        var before = (await server.SpentByServerAsync()).Bytes;
        var client = await Callers.BytesAsync(calls, call);
        return (client, ((await server.SpentByServerAsync()).Bytes - before) / (double)calls);
    }

    static string Text(int size) => size < 1024 ? $"{size} B" : $"{size / 1024} KB";
}
