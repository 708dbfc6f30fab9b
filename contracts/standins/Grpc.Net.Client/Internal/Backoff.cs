namespace Grpc.Net.Client.Internal;

/// <summary>Pauses that grow, with jitter, so that many clients do not come at once.</summary>
static class Backoff
{
    const double FirstMilliseconds = 50;
    const double Growth = 1.6;
    const double MostMilliseconds = 5_000;

    /// <summary>Before a call that waits for one address tries to connect again.</summary>
    internal static TimeSpan Delay(int attempt) => Growing(TimeSpan.FromMilliseconds(FirstMilliseconds), TimeSpan.FromMilliseconds(MostMilliseconds), attempt);

    /// <summary>Before an address, or a name server, is tried again.</summary>
    internal static TimeSpan Reconnect(GrpcChannelOptions options, int failures) =>
        Growing(options.InitialReconnectBackoff, options.MaxReconnectBackoff ?? TimeSpan.FromDays(1), failures);

    static TimeSpan Growing(TimeSpan first, TimeSpan most, int attempt) =>
        WithJitter(TimeSpan.FromTicks((long)Math.Min(most.Ticks, first.Ticks * Math.Pow(Growth, attempt))));

    /// <summary>Up to 20 % shorter or longer.</summary>
    internal static TimeSpan WithJitter(TimeSpan pause) => pause * (0.8 + Random.Shared.NextDouble() * 0.4);
}
