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
            // The list of towns names nobody.
            Assert.Equal((ImportState.Applied, feed is "residents" or "areas" ? import.Rows : 0), (import.State, import.GoodRows));
        }
        await CityTruth.AssertViewsAsync(fixture);
    }
}
