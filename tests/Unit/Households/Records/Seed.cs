using System.Globalization;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Records;

/// <summary>Seed of a random test: fixed, given as TSUNAGU_SEED, or another each time in the full tier; printed.</summary>
static class Seed
{
    const int Fixed = 20260401;

    public static int Next()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TSUNAGU_SEED"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var given) ? given
            : Environment.GetEnvironmentVariable("TSUNAGU_TIER") == "full" ? Random.Shared.Next()
            : Fixed;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"TSUNAGU_SEED={seed}"));
        return seed;
    }
}
