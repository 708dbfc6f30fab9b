namespace Aspire.Dashboard.Store;

/// <summary>The log records kept in memory. Safe for use from any thread.</summary>
/// <param name="limits">Bounds. The oldest records give way.</param>
public sealed class LogStore(TelemetryLimits limits)
{
    readonly Lock _gate = new();
    readonly BoundedQueue<LogEntry> _logs = new(limits.Logs, limits.LogBytes, l => l.EstimatedBytes);
    long _last;

    /// <summary>Records kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _logs.Count;
        }
    }

    /// <summary>Estimated bytes of the records kept.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
                return _logs.Bytes;
        }
    }

    internal ChangeSignal Changes { get; } = new();

    /// <summary>Adds records in the order given.</summary>
    /// <param name="logs">Records; their numbers are given here.</param>
    public void Add(IReadOnlyCollection<LogEntry> logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        if (logs.Count == 0)
            return;
        lock (_gate)
        {
            foreach (var log in logs)
                _logs.Add(log with { Number = ++_last });
        }
        Changes.Raise();
    }

    /// <summary>The latest records, newest first.</summary>
    /// <param name="filter">Which are wanted.</param>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<LogEntry> List(LogFilter filter, int count)
    {
        ArgumentNullException.ThrowIfNull(filter);
        LogEntry[] all;
        lock (_gate)
            all = [.. _logs];
        return [.. all.Where(filter.Wants).OrderByDescending(l => l.TimeNanos).ThenByDescending(l => l.Number).Take(count)];
    }
}
