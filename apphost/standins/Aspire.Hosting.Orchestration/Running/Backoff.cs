namespace Aspire.Hosting.Running;

/// <summary>How long to wait before a process is started again.</summary>
sealed class Backoff
{
    static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Stable = TimeSpan.FromSeconds(20);

    int _failures;

    /// <summary>The next wait: doubles each time, and starts over after a run that lasted.</summary>
    /// <param name="lasted">How long the process ran.</param>
    public TimeSpan Next(TimeSpan lasted)
    {
        _failures = lasted > Stable ? 1 : _failures + 1;
        return TimeSpan.FromTicks(Math.Min(Longest.Ticks, Shortest.Ticks << Math.Min(_failures - 1, 10)));
    }
}
