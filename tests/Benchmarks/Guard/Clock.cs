using System.Diagnostics;
using System.Globalization;
using Tsunagu.Tests.Benchmarks.Friday;

namespace Tsunagu.Tests.Benchmarks.Guard;

/// <summary>Times of one thing, in this process.</summary>
sealed class Clock
{
    readonly List<double> milliseconds = [];

    /// <summary>Between the two ends of the admission.</summary>
    public static Clock Admission { get; } = new();

    /// <summary>Of computing that waits for nothing.</summary>
    public static Clock Yardstick { get; } = new();

    /// <summary>Notes one.</summary>
    /// <param name="begun">Timestamp of its beginning.</param>
    public void Note(long begun)
    {
        var time = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        lock (milliseconds)
            milliseconds.Add(time);
    }

    public void Forget()
    {
        lock (milliseconds)
            milliseconds.Clear();
    }

    public string Describe()
    {
        lock (milliseconds)
        {
            var sorted = milliseconds.Order().ToArray();
            return sorted.Length == 0 ? "none" : string.Create(
                CultureInfo.InvariantCulture,
                $"p50={Distribution.Quantile(sorted, 0.5):0.000} p99={Distribution.Quantile(sorted, 0.99):0.000} max={sorted[^1]:0.000} ms of {sorted.Length}");
        }
    }
}
