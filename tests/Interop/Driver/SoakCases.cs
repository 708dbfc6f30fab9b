using System.Diagnostics;
using Grpc.Net.Client;
using Grpc.Testing;

namespace Tsunagu.Tests.Interop.Driver;

/// <summary>Many large calls one after the other; every one must succeed within the limits.</summary>
static class SoakCases
{
    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(60);
    static readonly TimeSpan EachAtMost = TimeSpan.FromSeconds(10);

    /// <summary>The longest that a soak may take.</summary>
    public static TimeSpan Overall(int iterations) => Shortest + TimeSpan.FromSeconds(iterations);

    public static Task RpcAsync(TestService.TestServiceClient client, int iterations) =>
        RunAsync(iterations, () => MessageCases.LargeUnaryAsync(client));

    public static Task ChannelAsync(Func<GrpcChannel> open, int iterations) =>
        RunAsync(iterations, async () =>
        {
            using var channel = open();
            await MessageCases.LargeUnaryAsync(new TestService.TestServiceClient(channel));
        });

    static async Task RunAsync(int iterations, Func<Task> call)
    {
        var overall = Stopwatch.StartNew();
        var latencies = new List<TimeSpan>();
        while (latencies.Count < iterations && overall.Elapsed < Overall(iterations))
        {
            var one = Stopwatch.GetTimestamp();
            await call();
            latencies.Add(Stopwatch.GetElapsedTime(one));
        }
        Expect.Equal(iterations, latencies.Count, $"calls completed in {Overall(iterations).TotalSeconds:0} s");
        Expect.Equal(0, latencies.Count(latency => latency > EachAtMost), $"calls above {EachAtMost.TotalSeconds:0} s");
    }
}
