using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>A whole city is imported; what comes out is the truth beside its files.</summary>
public sealed class CityTests(HouseholdFixture fixture) : IClassFixture<HouseholdFixture>
{
    [Fact]
    public async Task City_ImportedRegisterFirst_EqualsItsTruth()
    {
        var counts = City.Chosen.Truth("counts");
        var feeds = await fixture.Caseworker.ListFeedsAsync(new());
        foreach (var (feed, path) in City.Chosen.Files(feeds.Feeds.Select(f => f.FeedId)))
        {
            var import = await fixture.ImportAsync(feed, City.Chosen.Read(path), name: Path.GetFileName(path), dataDate: City.FirstDay);
            await CityTruth.AssertCountsAsync(fixture, import, counts.GetProperty(path));
        }
        await CityTruth.AssertViewsAsync(fixture);
    }
}
