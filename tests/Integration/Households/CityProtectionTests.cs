using System.Text.Json;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The protective measures of a whole city on both days: whom its truth names is hidden everywhere, with whoever lives there, and nobody else is.</summary>
public sealed class CityProtectionTests(ImportedCity fixture) : IClassFixture<ImportedCity>, IAsyncLifetime
{
    static readonly IReadOnlyList<JsonElement> Measures = [.. City.Chosen.Truth("protection").GetProperty("measures").EnumerateArray()];

    public async ValueTask InitializeAsync() => await ImportedCity.ImportAsync(fixture, 2);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task WhomTheTruthNames_HasNoAddressAnywhere()
    {
        Assert.NotEmpty(Measures);
        foreach (var measure in Measures)
            await AssertHiddenAsync(measure);
    }

    [Fact]
    public async Task WhomTheTruthNames_IsHiddenWithTheHousehold_AndNobodyElse()
    {
        // One year is the rule and renewal is usual: a measure past its end hides as before.
        var named = Measures.SelectMany(Named).ToHashSet();
        var people = await PeopleAsync();
        Assert.Subset(people.Select(p => p.ResidentNumber).ToHashSet(), named);
        var households = people.Where(p => named.Contains(p.ResidentNumber)).Select(p => p.HouseholdId).ToHashSet();
        Assert.Equal(
            people.Where(p => households.Contains(p.HouseholdId)).Select(p => p.ResidentNumber).Order(StringComparer.Ordinal),
            people.Where(p => p.IsHidden()).Select(p => p.ResidentNumber).Order(StringComparer.Ordinal));
        Assert.Equal(
            named.Order(StringComparer.Ordinal),
            people.Where(p => p.IsHidden() && p.AddressProtection != AddressProtection.Household).Select(p => p.ResidentNumber).Order(StringComparer.Ordinal));
    }

    async Task AssertHiddenAsync(JsonElement measure)
    {
        var people = Named(measure).ToList();
        var addresses = new HashSet<string>();
        foreach (var number in people)
        {
            var address = await fixture.TextAsync($"select address from residents where number = '{number}'");
            Assert.Contains(address, measure.GetProperty("hidden_address").GetString()!, StringComparison.Ordinal);
            _ = addresses.Add(address);
        }
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

    // Everybody whom a register ever had, once, as the households' views show them.
    async Task<IReadOnlyList<Resident>> PeopleAsync()
    {
        var people = new Dictionary<string, Resident>();
        foreach (var household in (await fixture.TextAsync("select string_agg(id::text, ',') from households")).Split(','))
        {
            var view = await fixture.HouseholdAsync(household, City.SecondDay);
            foreach (var member in view.Members.Concat(view.FormerMembers))
                people[member.Resident.ResidentId] = member.Resident;
        }
        return [.. people.Values];
    }

    static IEnumerable<string> Named(JsonElement measure) =>
        measure.GetProperty("companions").EnumerateArray().Append(measure.GetProperty("victim")).Select(p => p.GetString()!);
}
