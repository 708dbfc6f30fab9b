namespace Tsunagu.Tests.Benchmarks.Measuring;

/// <summary>Measures two sides in turn, so that what else the machine does meets both.</summary>
static class Duel
{
    /// <summary>Each side gives its figure for a stretch of time.</summary>
    public static async Task<Figure> RunAsync(Settings settings, string unit, Func<TimeSpan, Task<double>> ours, Func<TimeSpan, Task<double>> limit)
    {
        if (settings.Side is { } one)
            return await AloneAsync(settings, unit, one == "ours" ? ours : limit, one);
        await ours(settings.Warm);
        await limit(settings.Warm);
        List<double> mine = [], theirs = [];
        for (var round = 0; round < settings.Rounds; round++)
        {
            // Who goes first changes: the second finds the machine warmer.
            if (round % 2 == 0)
                mine.Add(await ours(settings.Round));
            theirs.Add(await limit(settings.Round));
            if (round % 2 != 0)
                mine.Add(await ours(settings.Round));
        }
        return new Figure(Median(mine), Median(theirs), unit);
    }

    // For a profiler: nothing of the other side is in the picture.
    static async Task<Figure> AloneAsync(Settings settings, string unit, Func<TimeSpan, Task<double>> side, string name)
    {
        await side(settings.Warm);
        var rate = await side(settings.Round * settings.Rounds);
        return name == "ours" ? new Figure(rate, double.NaN, unit) : new Figure(double.NaN, rate, unit);
    }

    public static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
