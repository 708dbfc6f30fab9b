using System.Text.Json;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The protective measures of a whole city: what its truth hides is nowhere, on both days.</summary>
public sealed class CityProtectionTests(HouseholdFixture fixture) : IClassFixture<HouseholdFixture>
{
    [Fact]
    public async Task WhomTheTruthProtects_HasNoAddressAnywhere()
    {
        Assert.SkipUnless(City.Chosen.Has("truth/protection.json"), "TSUNAGU_CITY names no city with truth/protection.json");
        var feeds = await fixture.Caseworker.ListFeedsAsync(new());
        foreach (var day in new[] { 1, 2 })
        {
            foreach (var (feed, path) in City.Chosen.Files(feeds.Feeds.Select(f => f.FeedId), day))
                _ = await fixture.ImportAsync(feed, City.Chosen.Read(path), name: feed, dataDate: day == 1 ? City.FirstDay : City.SecondDay);
        }
        var measures = City.Chosen.Truth("protection").GetProperty("measures").EnumerateArray().ToList();
        Assert.NotEmpty(measures);
        foreach (var measure in measures)
            await AssertHiddenAsync(measure);
    }

    async Task AssertHiddenAsync(JsonElement measure)
    {
        var people = measure.GetProperty("companions").EnumerateArray().Append(measure.GetProperty("victim")).Select(p => p.GetString()!).ToList();
        var addresses = new HashSet<string>();
        foreach (var number in people)
            _ = addresses.Add(await fixture.TextAsync($"select address from residents where number = '{number}'"));
        var opponents = measure.GetProperty("hidden_from").EnumerateArray().Select(p => p.GetString()!);
        foreach (var number in people.Concat(opponents))
        {
            foreach (var asOf in new[] { City.FirstDay, City.SecondDay })
            {
                var view = await fixture.ViewAsync(number, asOf);
                foreach (var address in addresses)
                    Assert.DoesNotContain(address, view.ToString(), StringComparison.Ordinal);
            }
        }
        foreach (var address in addresses)
        {
            var found = await fixture.Caseworker.SearchResidentsAsync(new() { Address = address, PageSize = 100 });
            Assert.DoesNotContain(found.Matches, m => people.Contains(m.Resident.ResidentNumber));
        }
    }
}
