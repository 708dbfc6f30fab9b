using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client.Internal;

/// <summary>Tokens that failed attempts take and successful calls give back, in thousandths.</summary>
sealed class RetryThrottle
{
    readonly int most;
    readonly int given;
    int tokens;

    internal RetryThrottle(RetryThrottlingPolicy policy)
    {
        if (policy.MaxTokens is not > 0)
            throw new InvalidOperationException("Retry throttling max tokens must be greater than zero.");
        if (policy.TokenRatio is not > 0)
            throw new InvalidOperationException("Retry throttling token ratio must be greater than zero.");
        most = tokens = policy.MaxTokens.Value * 1000;
        given = (int)(policy.TokenRatio.Value * 1000);
    }

    /// <summary>Whether so few are left that nothing is retried.</summary>
    internal bool IsLow => Volatile.Read(ref tokens) <= most / 2;

    internal void Failure() => Change(-1000);

    internal void Success() => Change(given);

    void Change(int by)
    {
        while (true)
        {
            var before = Volatile.Read(ref tokens);
            var after = Math.Clamp(before + by, 0, most);
            if (Interlocked.CompareExchange(ref tokens, after, before) == before)
                return;
        }
    }
}
