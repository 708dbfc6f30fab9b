using System.Diagnostics;

namespace Tsunagu.Tests.Benchmarks.Measuring;

/// <summary>Callers that each make one call after the other.</summary>
static class Callers
{
    /// <summary>Units a second that all callers together get done; <paramref name="call"/> tells how many units one call was.</summary>
    public static async Task<double> RateAsync(int callers, TimeSpan time, Func<Task<int>> call)
    {
        var watch = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            long units = 0;
            while (watch.Elapsed < time)
                units += await call();
            return units;
        })));
        return done.Sum() / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Bytes that one call allocates in this process, by a single caller.</summary>
    public static async Task<double> BytesAsync(int calls, Func<Task<int>> call)
    {
        await call();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var count = 0; count < calls; count++)
            await call();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)calls;
    }
}
