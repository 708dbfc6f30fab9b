namespace Tsunagu.Tests.Benchmarks.Friday;

/// <summary>
/// Who comes when, drawn before the evening begins: a Poisson process whose rate may change over time. It does not know how the suite
/// fares, so a slow answer never keeps the next visitor away.
/// </summary>
static class Arrivals
{
    /// <summary>Instants from the beginning, ascending.</summary>
    /// <param name="length">Of the evening.</param>
    /// <param name="rate">Arrivals a second at a share of the evening, from 0 to 1.</param>
    /// <param name="most">The highest that <paramref name="rate"/> gets.</param>
    /// <param name="random">Source of chance.</param>
    public static IEnumerable<TimeSpan> Draw(TimeSpan length, Func<double, double> rate, double most, Random random)
    {
        // Thinning: drawn at the highest rate, and kept as often as the rate of the instant is a part of it.
        for (var at = Gap(most, random); at < length; at += Gap(most, random))
            if (random.NextDouble() * most < rate(at / length))
                yield return at;
    }

    /// <summary>An exponential time with this mean.</summary>
    public static TimeSpan Around(TimeSpan mean, Random random) => -Math.Log(1 - random.NextDouble()) * mean;

    static TimeSpan Gap(double rate, Random random) => rate > 0 ? Around(TimeSpan.FromSeconds(1 / rate), random) : TimeSpan.MaxValue / 2;
}
