using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The household service with every file of the chosen city's first day, imported once for all classes of tests; each changes a copy of its own.</summary>
public sealed class ImportedCity : HouseholdFixture
{
    /// <summary>Imports the files of one of the city's days (1 or 2), the register first.</summary>
    public static async Task ImportAsync(HouseholdFixture service, int day)
    {
        var feeds = await service.Caseworker.ListFeedsAsync(new());
        foreach (var (feed, path) in City.Chosen.Files(feeds.Feeds.Select(f => f.FeedId), day))
            _ = await service.ImportAsync(feed, City.Chosen.Read(path), name: feed, dataDate: day == 1 ? City.FirstDay : City.SecondDay);
    }

    /// <inheritdoc/>
    protected override Task<string> NewDatabaseAsync() => TestServers.CopyDatabaseAsync("household-city", async database =>
    {
        await using var city = new HouseholdFixture { Database = database };
        await city.InitializeAsync();
        await ImportAsync(city, 1);
        await city.LookedAtAsync();
    });
}
