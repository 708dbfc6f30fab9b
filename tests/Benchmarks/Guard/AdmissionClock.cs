using System.Diagnostics;
using System.Globalization;
using Tsunagu.Tests.Benchmarks.Friday;

namespace Tsunagu.Tests.Benchmarks.Guard;

/// <summary>Times between the two ends of the admission, in this process.</summary>
static class AdmissionClock
{
    static readonly List<double> Milliseconds = [];

    /// <summary>Notes one.</summary>
    /// <param name="begun">Timestamp of its beginning.</param>
    public static void Note(long begun)
    {
        var time = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        lock (Milliseconds)
            Milliseconds.Add(time);
    }

    public static void Forget()
    {
        lock (Milliseconds)
            Milliseconds.Clear();
    }

    public static string Describe()
    {
        lock (Milliseconds)
        {
            var sorted = Milliseconds.Order().ToArray();
            return sorted.Length == 0 ? "none" : string.Create(
                CultureInfo.InvariantCulture,
                $"p50={Distribution.Quantile(sorted, 0.5):0.000} p99={Distribution.Quantile(sorted, 0.99):0.000} max={sorted[^1]:0.000} ms of {sorted.Length}");
        }
    }
}
