using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>One screen: who lives there, how they are related, who is involved, and how fresh that is.</summary>
public sealed class ViewTests(DepartmentsCity fixture) : IClassFixture<DepartmentsCity>
{
    [Fact]
    public async Task Household_ShowsHeadFirstWithRelationsBothWays()
    {
        var view = await KubotaAsync();
        Assert.Equal(["久保田　静江", "久保田　隆史"], view.Members.Select(m => m.Resident.Name));
        Assert.Equal([true, false], view.Members.Select(m => m.Head));
        var (mother, son) = (view.Members[0].Resident.ResidentId, view.Members[1].Resident.ResidentId);
        Assert.Equal(
            [(mother, son, RelationKind.Child), (son, mother, RelationKind.Parent)],
            view.Relations.Select(r => (r.FromResidentId, r.ToResidentId, r.Kind)));
    }

    [Fact]
    public async Task Facts_OfThreeDepartments_StandOnOneScreenWithTheirSource()
    {
        var view = await KubotaAsync();
        Assert.Contains(view.Members[0].Involvement, i => (i.FeedId, i.Status, i.Open) == ("01_kaigo_nintei", "要介護2", true));
        Assert.Contains(view.Members[0].Involvement, i => (i.Status, i.StartDate, i.Open) == ("申請中", "", false));
        Assert.Contains(view.Members[0].Involvement, i => (i.FeedId, i.Detail) == ("19_shiei_jutaku", "川端団地"));
        var insured = Assert.Single(view.Members[1].Involvement);
        Assert.Equal(("国民健康保険資格", "国保年金課", "加入中", "本人", true), (insured.Scheme, insured.Department, insured.Status, insured.Role, insured.Open));
        Assert.Equal(("16_kokuho_shikaku", 2), (insured.Source.FileName, insured.Source.Line));
    }

    [Fact]
    public async Task Freshness_IsTheDayAFeedWasConfirmedLast()
    {
        var before = (await KubotaAsync()).Feeds.Single(f => f.FeedId == "16_kokuho_shikaku").ReceivedAt;
        _ = await fixture.ImportAsync("16_kokuho_shikaku", City.Sample.Read("day1/feeds/16_kokuho_shikaku.csv"), dataDate: City.FirstDay);
        var view = await KubotaAsync();
        var after = view.Feeds.Single(f => f.FeedId == "16_kokuho_shikaku").ReceivedAt;
        Assert.True(after > before);
        Assert.Equal(after, Assert.Single(view.Members[1].Involvement).Source.ReceivedAt);
        Assert.Null(view.Feeds.Single(f => f.FeedId == "14_seikatsu_hogo").ReceivedAt);
    }

    [Fact]
    public async Task View_TakesFewRoundTrips()
    {
        // What is kept by its version was read once.
        var household = (await KubotaAsync()).HouseholdId;
        using var trips = new RoundTrips();
        _ = await fixture.HouseholdAsync(household);
        // On whose behalf; by the household; by who is in it; the mark in the audit.
        Assert.Equal(4, trips.Count);
    }

    [Fact]
    public async Task HouseholdWithoutHead_StillShowsWhoLivesThereAndWhoDid()
    {
        var truth = City.Sample.Truth("households").GetProperty("households").EnumerateArray()
            .First(h => h.GetProperty("flags").EnumerateArray().Any(f => f.GetString() == "no_head"));
        var view = await fixture.ViewAsync(truth.GetProperty("members")[0].GetString()!);
        Assert.DoesNotContain(view.Members, m => m.Head);
        Assert.Equal(ResidentStatus.Deceased, Assert.Single(view.FormerMembers).Resident.Status);
        Assert.Contains(view.Relations, r => r.Kind == RelationKind.Child);
    }

    [Fact]
    public async Task GlyphsTheSourceLacked_ShowAsGetaAndNobodyIsLost()
    {
        var found = await fixture.Caseworker.SearchResidentsAsync(new() { Kana = "ヨシ", PageSize = 100 });
        Assert.Contains(found.Matches, m => m.Resident.Name.StartsWith("〓野", StringComparison.Ordinal));
        Assert.Contains(found.Matches, m => m.Resident.Name.StartsWith("〓田", StringComparison.Ordinal));
    }

    async Task<HouseholdView> KubotaAsync() => await fixture.HouseholdAsync((await fixture.NamedAsync("久保田隆史")).HouseholdId, City.FirstDay);
}
