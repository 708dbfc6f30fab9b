using Tsunagu.Tests.EndToEnd.Hosting;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Journeys;

/// <summary>Work goes on while gateway, broker and each service are killed at seeded instants.</summary>
[Collection(RunningSuite.Name)]
public sealed class KillTests(SuiteFixture suite)
{
    [Theory]
    [InlineData(1)]
    public async Task Demo_WhileTwentyProcessesAreKilled_LosesTurnsAndDoublesNothing(int seed)
    {
        var demo = await suite.RunDemoAsync(
            ["--kills", "20", "--seed", seed.ToString(System.Globalization.CultureInfo.InvariantCulture)], TestContext.Current.CancellationToken);

        await suite.WaitUntilHealthyAsync(TestContext.Current.CancellationToken);
        Assert.True(demo.ExitCode == 0, demo.Output);
        Assert.Contains("20/20", demo.Output, StringComparison.Ordinal);
        Assert.Contains("失われた通知、順序の乱れ、重複はありません", demo.Output, StringComparison.Ordinal);
    }
}
