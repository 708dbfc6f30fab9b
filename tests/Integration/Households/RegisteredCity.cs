using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The household service with the sample city's register of the first day, imported once for all classes of tests; each changes a copy of its own.</summary>
public class RegisteredCity : HouseholdFixture
{
    /// <inheritdoc/>
    protected override Task<string> NewDatabaseAsync() => TestServers.CopyDatabaseAsync("household-register", async database =>
    {
        await using var city = new HouseholdFixture { Database = database };
        await city.InitializeAsync();
        _ = await city.TakeAsync("residents", City.Sample.Read("day1/residents.csv"), City.FirstDay);
        await city.LookedAtAsync();
    });
}
