namespace Tsunagu.ServiceDefaults.Scheduling;

/// <summary>When a schedule that failed is tried again.</summary>
static class ScheduleBackoff
{
    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>A second after the first failure, then twice as long each time, an hour at most.</summary>
    /// <param name="failures">Failures so far, from 1.</param>
    public static TimeSpan DelayAfter(int failures)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        // Beyond this the doubling is past the longest anyway.
        var delay = Shortest * Math.Pow(2, Math.Min(failures, 20) - 1);
        return delay < Longest ? delay : Longest;
    }
}
