namespace Grpc.Net.Client.Internal;

/// <summary>Time between two attempts to connect: growing, with jitter, so that many clients do not come at once.</summary>
static class Backoff
{
    const double FirstMilliseconds = 50;
    const double Growth = 1.6;
    const double MostMilliseconds = 5_000;

    internal static TimeSpan Delay(int attempt) => TimeSpan.FromMilliseconds(
        Math.Min(MostMilliseconds, FirstMilliseconds * Math.Pow(Growth, attempt)) * (0.8 + Random.Shared.NextDouble() * 0.4));
}
