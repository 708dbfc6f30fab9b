using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Grpc.Net.Client.Internal;

/// <summary>Attempts of one call.</summary>
sealed class Retry(RetryPlan plan, ReplayBuffer replay)
{
    internal const string PushbackHeader = "grpc-retry-pushback-ms";
    internal const string AttemptsHeader = "grpc-previous-rpc-attempts";

    TimeSpan pause = plan.FirstPause;

    /// <summary>Attempts that have failed.</summary>
    internal int Failed { get; private set; }

    internal ReplayBuffer Replay => replay;

    /// <summary>How long to wait before the next attempt; null: the call ends with this failure.</summary>
    /// <param name="status">How the attempt ended.</param>
    /// <param name="pushback">What the server says about another one, or null.</param>
    internal TimeSpan? AfterFailure(Status status, string? pushback)
    {
        var told = pushback is null
            ? (int?)null
            : int.TryParse(pushback, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : -1;
        var retryable = plan.Codes.Contains(status.StatusCode);
        if (retryable || told < 0)
            plan.Throttle?.Failure();
        Failed++;
        // A server that names a pause wants another attempt, whatever the code.
        if (!(told >= 0 || told is null && retryable) || plan.Throttle?.IsLow == true || Failed >= plan.Attempts || replay.IsCommitted)
            return null;
        if (told is { } asked)
        {
            pause = plan.FirstPause;
            return TimeSpan.FromMilliseconds(asked);
        }
        var next = TimeSpan.FromTicks(Math.Min(pause.Ticks, plan.LongestPause.Ticks));
        // No pause beyond the longest one is kept: it would overflow.
        pause = TimeSpan.FromTicks((long)Math.Min(next.Ticks * plan.Growth, plan.LongestPause.Ticks));
        return Backoff.WithJitter(next);
    }

    internal void Succeeded() => plan.Throttle?.Success();
}

/// <summary>A checked retry policy.</summary>
sealed class RetryPlan
{
    internal RetryPlan(RetryPolicy policy, int? mostAttempts, RetryThrottle? throttle)
    {
        Attempts = Math.Min(Checked(policy.MaxAttempts, policy.MaxAttempts > 1, "max attempts must be greater than 1"), mostAttempts ?? int.MaxValue);
        FirstPause = Checked(policy.InitialBackoff, policy.InitialBackoff > TimeSpan.Zero, "initial backoff must be greater than zero");
        LongestPause = Checked(policy.MaxBackoff, policy.MaxBackoff > TimeSpan.Zero, "max backoff must be greater than zero");
        Growth = Checked(policy.BackoffMultiplier, policy.BackoffMultiplier > 0, "backoff multiplier must be greater than 0");
        Codes = policy.RetryableStatusCodes.Count > 0
            ? policy.RetryableStatusCodes.ToFrozenSet()
            : throw new InvalidOperationException("Retry policy must specify at least 1 retryable status code.");
        Throttle = throttle;
    }

    internal int Attempts { get; }

    internal TimeSpan FirstPause { get; }

    internal TimeSpan LongestPause { get; }

    internal double Growth { get; }

    internal FrozenSet<StatusCode> Codes { get; }

    internal RetryThrottle? Throttle { get; }

    static T Checked<T>(T? value, bool holds, string rule)
        where T : struct => holds ? value!.Value : throw new InvalidOperationException($"Retry policy {rule}.");
}

/// <summary>The plans of a channel by method.</summary>
sealed class RetryPlans
{
    readonly Dictionary<(string Service, string Method), RetryPlan?> configured = [];
    readonly ConcurrentDictionary<string, RetryPlan?> known = new(StringComparer.Ordinal);

    internal RetryPlans(ServiceConfig config, int? mostAttempts)
    {
        var throttle = config.RetryThrottling is { } throttling ? new RetryThrottle(throttling) : null;
        foreach (var method in config.MethodConfigs)
        {
            var plan = method.RetryPolicy is { } policy ? new RetryPlan(policy, mostAttempts, throttle) : null;
            foreach (var name in method.Names)
                Add(name, plan);
        }
    }

    internal RetryPlan? Of(IMethod method) => known.TryGetValue(method.FullName, out var plan)
        ? plan
        : known.GetOrAdd(method.FullName, Find(method.ServiceName, method.Name));

    void Add(MethodName name, RetryPlan? plan)
    {
        if (string.IsNullOrEmpty(name.Service) && !string.IsNullOrEmpty(name.Method))
            throw new InvalidOperationException($"Invalid method name: service isn't set but method '{name.Method}' is.");
        if (!configured.TryAdd((name.Service ?? "", name.Method ?? ""), plan))
            throw new InvalidOperationException($"Duplicate method config found. Service: '{name.Service}', method: '{name.Method}'.");
    }

    RetryPlan? Find(string service, string method) =>
        configured.TryGetValue((service, method), out var plan) || configured.TryGetValue((service, ""), out plan)
            ? plan
            : configured.GetValueOrDefault(("", ""));
}
