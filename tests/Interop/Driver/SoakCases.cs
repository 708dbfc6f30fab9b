using System.Diagnostics;
using Grpc.Net.Client;
using Grpc.Testing;

namespace Tsunagu.Tests.Interop.Driver;

/// <summary>Many large calls one after the other; every one must succeed within the limits.</summary>
static class SoakCases
{
    static readonly TimeSpan Overall = TimeSpan.FromSeconds(60);
    static readonly TimeSpan EachAtMost = TimeSpan.FromSeconds(10);

    public static Task RpcAsync(TestService.TestServiceClient client, int iterations) =>
        RunAsync(iterations, () => MessageCases.LargeUnaryAsync(client));

    public static Task ChannelAsync(Uri address, int iterations) =>
        RunAsync(iterations, async () =>
        {
            using var channel = GrpcChannel.ForAddress(address);
            await MessageCases.LargeUnaryAsync(new TestService.TestServiceClient(channel));
        });

    static async Task RunAsync(int iterations, Func<Task> call)
    {
        var overall = Stopwatch.StartNew();
        var latencies = new List<TimeSpan>();
        while (latencies.Count < iterations && overall.Elapsed < Overall)
        {
            var one = Stopwatch.GetTimestamp();
            await call();
            latencies.Add(Stopwatch.GetElapsedTime(one));
        }
        Expect.Equal(iterations, latencies.Count, $"calls completed in {Overall.TotalSeconds:0} s");
        Expect.Equal(0, latencies.Count(latency => latency > EachAtMost), $"calls above {EachAtMost.TotalSeconds:0} s");
    }
}
