namespace Tsunagu.Tests.TestKit;

/// <summary>How much of itself a test shows: a slice in minutes, or the whole with <c>TSUNAGU_TIER=full</c>.</summary>
public static class Tier
{
    /// <summary>Whether the whole is asked for.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("TSUNAGU_TIER") == "full";
}
