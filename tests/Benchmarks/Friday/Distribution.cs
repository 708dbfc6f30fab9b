using System.Globalization;

namespace Tsunagu.Tests.Benchmarks.Friday;

/// <summary>Times of one kind; any number of threads add to it.</summary>
sealed class Distribution
{
    readonly List<double> milliseconds = [];

    public int Count
    {
        get
        {
            lock (milliseconds)
                return milliseconds.Count;
        }
    }

    public void Add(TimeSpan time)
    {
        lock (milliseconds)
            milliseconds.Add(time.TotalMilliseconds);
    }

    /// <summary>p50, p95, p99 and the longest, in milliseconds.</summary>
    public string Describe()
    {
        double[] sorted;
        lock (milliseconds)
            sorted = [.. milliseconds.Order()];
        return sorted.Length == 0
            ? Row("-", "-", "-", "-")
            : Row(Text(Quantile(sorted, 0.5)), Text(Quantile(sorted, 0.95)), Text(Quantile(sorted, 0.99)), Text(sorted[^1]));
    }

    /// <summary>The smallest value that this share of all does not exceed.</summary>
    public static double Quantile(IReadOnlyList<double> sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];

    public static string Row(string p50, string p95, string p99, string max) => $"{p50,9}{p95,9}{p99,9}{max,9}";

    static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
