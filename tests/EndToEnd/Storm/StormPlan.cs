using System.Globalization;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>How big a storm is.</summary>
/// <param name="Referrals">つなぐシート that are passed on.</param>
/// <param name="Desks">Those worked on at once.</param>
/// <param name="Replicas">Processes of each service.</param>
/// <param name="Calm">Commands answered between two kills, from a fifth of it to nine fifths: by work and not by time, so that a slow machine is hit as hard as a fast one.</param>
/// <param name="HostEvery">Every so many kills the app host itself is killed, and everything with it; 0 leaves it alone.</param>
/// <param name="Seed">Of everything random.</param>
sealed record StormPlan(int Referrals, int Desks, int Replicas, int Calm, int HostEvery, int Seed)
{
    /// <summary><c>TSUNAGU_TIER=full</c> asks for the whole storm.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("TSUNAGU_TIER") == "full";

    /// <summary>
    /// The whole storm with another seed each time, or a slice of it with a fixed one; <c>TSUNAGU_SEED</c> repeats a run, and
    /// <c>TSUNAGU_STORM</c> asks for so many referrals of the whole.
    /// </summary>
    public static StormPlan Of(int replicas)
    {
        var seed = Asked("TSUNAGU_SEED") ?? (IsFull ? Environment.TickCount : 1);
        if (!IsFull)
            return new(300, 8, replicas, Calm: 80, HostEvery: 0, seed);
        var referrals = Asked("TSUNAGU_STORM") ?? 20_000;
        return new(referrals, 32, replicas, Calm: Math.Clamp(referrals / 20, 80, 1_000), HostEvery: 20, seed);
    }

    static int? Asked(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var given) ? given : null;
}
