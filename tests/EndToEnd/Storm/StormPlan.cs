using System.Globalization;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>How big a storm is.</summary>
/// <param name="Referrals">つなぐシート that are passed on.</param>
/// <param name="Desks">Those worked on at once.</param>
/// <param name="Replicas">Processes of each service.</param>
/// <param name="Calm">Commands answered between two kills, from a fifth of it to nine fifths: by work and not by time, so that a slow machine is hit as hard as a fast one.</param>
/// <param name="Rounds">How often everything is killed, each in turn; then the rest of the work is done in peace. 0: until it is done.</param>
/// <param name="HostEvery">Every so many kills the app host itself is killed, and everything with it; 0 leaves it alone.</param>
/// <param name="Seed">Of everything random.</param>
sealed record StormPlan(int Referrals, int Desks, int Replicas, int Calm, int Rounds, int HostEvery, int Seed)
{
    /// <summary>
    /// The whole storm, or a slice of it; <c>TSUNAGU_STORM</c> asks for so many referrals of the whole.
    /// </summary>
    public static StormPlan Of(int replicas)
    {
        var seed = TestKit.Seed.Draw();
        if (!Tier.IsFull)
            return new(300, 8, replicas, Calm: 80, Rounds: 1, HostEvery: 0, seed);
        var referrals = Asked("TSUNAGU_STORM") ?? 20_000;
        return new(referrals, 32, replicas, Calm: Math.Clamp(referrals / 20, 80, 1_000), Rounds: 0, HostEvery: 20, seed);
    }

    static int? Asked(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var given) ? given : null;
}
