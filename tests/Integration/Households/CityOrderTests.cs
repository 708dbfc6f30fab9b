using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The order in which the departments deliver does not matter.</summary>
public sealed class CityOrderTests(HouseholdFixture fixture) : IClassFixture<HouseholdFixture>
{
    [Fact]
    public async Task City_ImportedRegisterLast_ShowsTheSameHouseholds()
    {
        var feeds = await fixture.Caseworker.ListFeedsAsync(new());
        foreach (var (feed, path) in City.Chosen.Files(feeds.Feeds.Select(f => f.FeedId)).Reverse())
        {
            var import = await fixture.ImportAsync(feed, City.Chosen.Read(path), name: Path.GetFileName(path), dataDate: City.FirstDay);
            // What names nobody by number, such as the list of towns, waits for no register.
            var waits = feed != "residents" && (await fixture.Administrator.GetFeedAsync(new() { FeedId = feed })).Definition.Key is not null;
            Assert.Equal((ImportState.Applied, waits ? 0 : import.Rows - import.RejectedRows), (import.State, import.GoodRows));
        }
        await CityTruth.AssertViewsAsync(fixture);
    }
}
