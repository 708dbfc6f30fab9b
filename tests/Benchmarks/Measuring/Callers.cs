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

    /// <summary>Microseconds that each call of callers who wait for nothing else took, in ascending order.</summary>
    public static async Task<double[]> TimesAsync(int callers, TimeSpan time, Func<Task> call)
    {
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var own = new List<double>();
            while (watch.Elapsed < time)
                own.Add(await TimeAsync(call));
            return own;
        })));
        return [.. times.SelectMany(own => own).Order()];
    }

    /// <summary>The same of calls that begin at a steady pace, however slow the answers are.</summary>
    public static async Task<double[]> PacedTimesAsync(int perSecond, TimeSpan time, Func<Task> call)
    {
        var watch = Stopwatch.StartNew();
        var calls = new List<Task<double>>();
        while (watch.Elapsed < time)
        {
            var early = TimeSpan.FromSeconds((double)calls.Count / perSecond) - watch.Elapsed;
            if (early > TimeSpan.Zero)
                await Task.Delay(early);
            calls.Add(Task.Run(() => TimeAsync(call)));
        }
        return [.. (await Task.WhenAll(calls)).Order()];
    }

    static async Task<double> TimeAsync(Func<Task> call)
    {
        var begun = Stopwatch.GetTimestamp();
        await call();
        return Stopwatch.GetElapsedTime(begun).TotalMicroseconds;
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
