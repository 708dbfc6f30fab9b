using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The numbers for planners beside what the views of every household show.</summary>
public sealed class StatisticsTests(ImportedCity fixture) : IClassFixture<ImportedCity>
{
    [Fact]
    public async Task EveryNumber_IsThatOfTheViews_AndTellsOfNoFewPeople()
    {
        var day = City.FirstDay.ToString("yyyy-MM-dd", null);
        var told = await fixture.As("planner", null).GetHouseholdStatisticsAsync(new() { AsOf = day });
        Assert.Equal(day, told.AsOf);
        var people = await PeopleAsync();
        Assert.Equal(people.Count, told.City.Residents);
        Assert.Equal(told.City.Residents, told.Districts.Sum(d => d.Residents));
        Assert.Equal(told.City.Feeds.Select(f => f.FeedId), told.Districts[0].Feeds.Select(f => f.FeedId));
        Assert.Equal(told.Districts.Select(d => d.Name).Where(n => n.Length > 0).Order(StringComparer.Ordinal), told.Districts.Select(d => d.Name).Where(n => n.Length > 0));

        var named = told.Districts.Where(d => d.Name.Length > 0).Select(d => d.Name).ToHashSet();
        AssertCounts(told, told.City, people);
        foreach (var district in told.Districts)
            AssertCounts(told, district, [.. people.Where(p => named.Contains(p.District) ? p.District == district.Name : district.Name.Length == 0)]);
        Assert.Contains(told.Districts.SelectMany(d => d.Feeds), f => f.Involved.HasResidents);
    }

    [Fact]
    public async Task DayToCome_IsRefused()
    {
        var refused = RefusedCall.Of(await Assert.ThrowsAsync<RpcException>(
            () => fixture.As("planner", null).GetHouseholdStatisticsAsync(new() { AsOf = "2999-01-01" }).ResponseAsync));
        Assert.Equal((StatusCode.InvalidArgument, "FIELD_INVALID"), (refused.Status, refused.Code));
        Assert.Equal(["as_of"], refused.Fields);
    }

    static void AssertCounts(HouseholdStatistics told, AreaStatistics area, IReadOnlyList<Person> people)
    {
        Assert.Equal(people.Count, area.Residents);
        AssertCount(told, area, area.Welfare, people.Count(p => p.Welfare));
        foreach (var feed in area.Feeds)
            AssertCount(told, area, feed.Involved, people.Count(p => p.Open.Contains(feed.FeedId)));
    }

    static void AssertCount(HouseholdStatistics told, AreaStatistics area, InvolvedCount count, int involved)
    {
        Assert.Equal(count.HasResidents, count.HasShare);
        if (!count.HasResidents)
            return;
        Assert.Equal(involved, count.Residents);
        Assert.True(involved == 0 || (involved >= told.SmallestCount && area.Residents - involved >= told.SmallestCount), area.Name);
        Assert.Equal(involved / Math.Max(1.0, area.Residents), count.Share, 9);
    }

    async Task<IReadOnlyList<Person>> PeopleAsync()
    {
        var towns = (await fixture.TextAsync("select string_agg(town_code || '=' || school_district, ';') from areas")).Split(';')
            .Select(t => t.Split('=')).ToDictionary(t => t[0], t => t[1]);
        var codes = (await fixture.TextAsync("select string_agg(id::text || '=' || ltrim(town_code, '0'), ';') from residents")).Split(';')
            .Select(t => t.Split('=')).ToDictionary(t => t[0], t => t[1]);
        var welfare = await WelfareFeedsAsync();
        var households = (await fixture.TextAsync("select string_agg(id::text, ',') from households")).Split(',');
        var people = new List<Person>();
        foreach (var household in households)
        {
            var view = await fixture.HouseholdAsync(household, City.FirstDay);
            foreach (var member in view.Members)
            {
                var open = member.Involvement.Where(i => i.Open).Select(i => i.FeedId).ToHashSet();
                var district = member.Resident.IsHidden() ? "" : towns.GetValueOrDefault(codes[member.Resident.ResidentId]) ?? "";
                people.Add(new Person(district, open, open.Overlaps(welfare)));
            }
        }
        return people;
    }

    async Task<HashSet<string>> WelfareFeedsAsync()
    {
        var welfare = new HashSet<string>();
        foreach (var feed in (await fixture.Caseworker.ListFeedsAsync(new())).Feeds)
        {
            if ((await fixture.Administrator.GetFeedAsync(new() { FeedId = feed.FeedId })).Definition.Welfare)
                _ = welfare.Add(feed.FeedId);
        }
        return welfare;
    }

    sealed record Person(string District, IReadOnlySet<string> Open, bool Welfare);
}
