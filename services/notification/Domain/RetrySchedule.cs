namespace Tsunagu.Notifications.Domain;

/// <summary>When a delivery that failed is tried again: soon at first, for about three days in all.</summary>
public static class RetrySchedule
{
    const double Spread = 0.2;

    static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15),
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(6), TimeSpan.FromHours(8),
        TimeSpan.FromHours(12), TimeSpan.FromHours(12), TimeSpan.FromHours(12), TimeSpan.FromHours(12),
    ];

    /// <summary>Attempts made before giving up.</summary>
    public static int MaxAttempts => Delays.Length + 1;

    /// <summary>Wait after a failed attempt; null when it was the last.</summary>
    /// <param name="attempts">Attempts made so far, from 1.</param>
    /// <param name="jitter">0 to 1: from 80 % to 120 % of the wait.</param>
    public static TimeSpan? DelayAfter(int attempts, double jitter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        return attempts < MaxAttempts ? Delays[attempts - 1] * (1 - Spread + (2 * Spread * jitter)) : null;
    }
}
