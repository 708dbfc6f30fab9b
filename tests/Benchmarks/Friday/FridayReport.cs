using System.Collections.Concurrent;
using System.Globalization;

namespace Tsunagu.Tests.Benchmarks.Friday;

/// <summary>What the evening was like: for callers, for partners, for what waits behind the scenes.</summary>
sealed class FridayReport
{
    readonly ConcurrentDictionary<string, Distribution> operations = new();
    readonly ConcurrentDictionary<(string Operation, string Code), int> errors = new();

    /// <summary>Age of the oldest event that waits in an outbox, sampled over all services.</summary>
    public Distribution OutboxLag { get; } = new();

    /// <summary>Age of the oldest published event that its consumer has not taken in, sampled.</summary>
    public Distribution QueueAge { get; } = new();

    /// <summary>From the event to its arrival at the partner.</summary>
    public Distribution WebhookDelay { get; } = new();

    /// <summary>Share of calls that were answered with what was asked, 0 to 1.</summary>
    public double Success => 1 - (errors.Values.Sum() / Math.Max(1.0, operations.Values.Sum(one => one.Count)));

    /// <summary>Notes one call.</summary>
    /// <param name="operation">Such as <c>counter search</c>.</param>
    /// <param name="fromIntended">From the moment it was meant to begin to its answer.</param>
    /// <param name="error">Code of a failure; null when it succeeded.</param>
    public void Note(string operation, TimeSpan fromIntended, string? error)
    {
        operations.GetOrAdd(operation, _ => new()).Add(fromIntended);
        if (error is not null)
            errors.AddOrUpdate((operation, error), 1, (_, count) => count + 1);
    }

    public IEnumerable<string> Lines(TimeSpan length)
    {
        yield return $"{"operation",-24}{"calls",8}{"per s",8}{"errors",8}{Distribution.Row("p50", "p95", "p99", "max")}  ms from intended start";
        foreach (var (name, times) in operations.OrderBy(one => one.Key, StringComparer.Ordinal))
            yield return Line(name, times, errors.Where(error => error.Key.Operation == name).Sum(error => error.Value), length);
        yield return Line("outbox lag (sampled)", OutboxLag, 0, length);
        yield return Line("queue age (sampled)", QueueAge, 0, length);
        yield return Line("webhook delay", WebhookDelay, 0, length);
        foreach (var ((operation, code), count) in errors.OrderByDescending(error => error.Value))
            yield return $"error: {operation} {code} {count}";
    }

    static string Line(string name, Distribution times, int errors, TimeSpan length) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-24}{times.Count,8}{times.Count / length.TotalSeconds,8:0.0}{errors,8}{times.Describe()}");
}
