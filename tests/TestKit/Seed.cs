using System.Globalization;
using Xunit;

namespace Tsunagu.Tests.TestKit;

/// <summary>Seeds of everything random in tests, so that a failure can be repeated.</summary>
public static class Seed
{
    /// <summary>The seed of every run but those of the full tier.</summary>
    public const int Usual = 20260401;

    /// <summary>
    /// The seed of the test that runs: as <c>TSUNAGU_SEED</c> says, else another each time in the full tier, else <see cref="Usual"/>.
    /// It is written to the test's output, which is shown when the test fails.
    /// </summary>
    /// <exception cref="InvalidOperationException">No test runs: nobody would see it.</exception>
    /// <exception cref="FormatException"><c>TSUNAGU_SEED</c> is no number.</exception>
    public static int Draw()
    {
        var output = TestContext.Current.TestOutputHelper ?? throw new InvalidOperationException("A seed is drawn inside a test, whose output tells it.");
        var seed = Environment.GetEnvironmentVariable("TSUNAGU_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture)
            : Tier.IsFull ? Random.Shared.Next()
            : Usual;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"TSUNAGU_SEED={seed}"));
        return seed;
    }

    /// <inheritdoc cref="Draw"/>
    /// <summary>Randomness from a seed that is drawn now.</summary>
    public static Random NewRandom() => new(Draw());
}
