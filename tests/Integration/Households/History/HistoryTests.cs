using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Households.History;

/// <summary>What was true when and what was known when, on the two days of the sample city.</summary>
public sealed class HistoryTests(SampleHistory history) : IClassFixture<SampleHistory>
{
    const string Insurance = "16_kokuho_shikaku";
    const string Rents = "19_shiei_jutaku";
    const string Widow = "000000007771219";
    const string Mother = "000000030921280";
    const string Mover = "000000050813617";
    const string Leaver = "000000056322175";
    const string Newborn = "000000051237748";

    static readonly DateOnly First = City.FirstDay;
    static readonly DateOnly Second = City.SecondDay;

    readonly HouseholdFixture service = history.Service;

    [Fact]
    public async Task Household_IsThatOfTheDay()
    {
        Assert.Equal(["若槻　義雄*", "若槻　千代子"], Names(await service.ViewAsync(Widow, First)));
        var now = await service.ViewAsync(Widow);
        Assert.Equal(["若槻　千代子*"], Names(now));
        Assert.Equal(ResidentStatus.Deceased, Assert.Single(now.FormerMembers).Resident.Status);
        Assert.Equal(now.Members.Select(m => m.Resident), (await service.ViewAsync(Widow, Second)).Members.Select(m => m.Resident));
        Assert.Equal([RelationKind.Spouse, RelationKind.Spouse], (await service.ViewAsync(Widow, First)).Relations.Select(r => r.Kind));
        Assert.Empty(now.Relations);
    }

    [Fact]
    public async Task Household_IsThatOfWhatWasKnown()
    {
        var foreseen = await service.ViewAsync(Widow, Second, history.Before("residents", 2));
        Assert.Equal(["若槻　義雄*", "若槻　千代子"], Names(foreseen));
        Assert.All(foreseen.Members, m => Assert.Equal((history["residents", 1].ImportId, "residents-1"), (m.Source.ImportId, m.Source.FileName)));
        Assert.Equal(history.Before("residents", 2), foreseen.KnownAt.ToDateTimeOffset());
        var known = await service.ViewAsync(Widow, Second, history["residents", 2].FinishedAt.ToDateTimeOffset());
        Assert.Equal(["若槻　千代子*"], Names(known));
    }

    [Fact]
    public async Task BeforeAnythingWasKnown_ThereIsNoHousehold() => await Refusals.AssertAsync(
        StatusCode.NotFound, "HOUSEHOLD_NOT_FOUND", () => service.ViewAsync(Widow, First, history.Before("residents", 1)));

    [Fact]
    public async Task Fact_NamesTheFileThatToldItOfThatDay()
    {
        var (then, now) = (Rent(await service.ViewAsync(Mother, First)), Rent(await service.ViewAsync(Mother)));
        Assert.Equal(($"{Rents}-1", 2, history[Rents, 1].ReceivedAt), (then.Source.FileName, then.Source.Line, then.Source.ReceivedAt));
        Assert.Equal(($"{Rents}-2", 2, history[Rents, 2].ReceivedAt), (now.Source.FileName, now.Source.Line, now.Source.ReceivedAt));
        Assert.Equal(then.Source, Rent(await service.ViewAsync(Mother, Second, history.Before(Rents, 2))).Source);

        static Involvement Rent(HouseholdView view) => view.Members.SelectMany(m => m.Involvement).Single(i => i.FeedId == Rents);
    }

    [Fact]
    public async Task LateFile_AddsToHistoryAndLeavesWhatANewerOneTold()
    {
        var late = history[Insurance, 1];
        Assert.Equal((ImportState.Applied, 78, 78, 0, 0), (late.State, late.GoodRows, late.Added, late.Ended, late.Changed));
        Assert.Equal(("喪失", "2026-04-02", Second), await InsuranceAsync(null, null));
        Assert.Equal(("加入中", "", First), await InsuranceAsync(First, null));
        // Until it came, the second day's file was the best there was about the first day, and said so.
        Assert.Equal(("加入中", "2026-04-02", Second), await InsuranceAsync(First, history.Before(Insurance, 1)));
    }

    [Fact]
    public async Task Resident_IsWhatTheRegisterToldOfThatDay()
    {
        var id = (await service.Caseworker.SearchResidentsAsync(new() { ResidentNumber = Mover })).Matches[0].Resident.ResidentId;
        var (then, now) = (
            await service.Caseworker.GetResidentAsync(new() { ResidentId = id, AsOf = "2026-04-01" }), await service.Caseworker.GetResidentAsync(new() { ResidentId = id }));
        Assert.Equal(("川端町一丁目6番2号", "水車町12番3号"), (then.Address, now.Address));
        Assert.Equal(now, await service.Caseworker.GetResidentAsync(new() { ResidentId = id, AsOf = "2026-04-02" }));
    }

    [Fact]
    public async Task Newborn_IsNotFoundOnTheDayBefore_AndHasNoAgeBeforeBirth()
    {
        var newborn = (await service.Caseworker.SearchResidentsAsync(new() { ResidentNumber = Newborn })).Matches[0].Resident;
        await Refusals.AssertAsync(
            StatusCode.NotFound, "RESIDENT_NOT_FOUND",
            () => service.Caseworker.GetResidentAsync(new() { ResidentId = newborn.ResidentId, AsOf = "2026-04-01" }).ResponseAsync);
        Assert.DoesNotContain((await service.HouseholdAsync(newborn.HouseholdId, First)).Members, m => m.Resident.ResidentNumber == Newborn);
        var youngest = (await service.HouseholdAsync(newborn.HouseholdId, new(2020, 1, 1))).Members[^1];
        Assert.Equal(("浪岡　湊", false), (youngest.Resident.Name, youngest.HasAge));
    }

    [Fact]
    public async Task LastDayAndLastInstantOfTheCalendar_ShowWhatIsKnown()
    {
        var (day, instant) = (new DateOnly(9999, 12, 31), new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero));
        var now = Names(await service.ViewAsync(Widow));
        Assert.Equal(now, Names(await service.ViewAsync(Widow, day)));
        Assert.Equal(now, Names(await service.ViewAsync(Widow, null, instant)));
        Assert.Equal(now, Names(await service.ViewAsync(Widow, day, instant.AddTicks(9_999_999))));
    }

    [Theory]
    [InlineData("2026-04-01", 82, true)]
    [InlineData("2026-08-02", 83, true)]
    [InlineData("2027-09-01", 84, false)]
    public async Task AgeAndOpenness_AreThoseOfTheDay(string day, int age, bool open)
    {
        var mother = (await service.ViewAsync(Mother, DateOnly.Parse(day, null))).Members[0];
        Assert.Equal((age, open), (mother.Age, mother.Involvement.Single(i => i.Status == "要介護2").Open));
    }

    [Fact]
    public async Task Sources_AreShownAsTheyAreAndTakeNothingAway()
    {
        var view = await service.ViewAsync(Mother);
        Assert.Equal(SampleHistory.Today.ToString("yyyy-MM-dd", null), view.AsOf);
        var feeds = view.Feeds.ToDictionary(f => f.FeedId);
        Assert.Equal((FreshnessState.Broken, history["01_kaigo_nintei", 2].ReceivedAt, "2026-04-01"), Of("01_kaigo_nintei"));
        Assert.Equal((FreshnessState.Broken, history["18_juminzei_kubun", 2].ReceivedAt, ""), Of("18_juminzei_kubun"));
        Assert.Equal((FreshnessState.Stale, new DateTime(2026, 4, 6, 15, 0, 0, DateTimeKind.Utc).ToTimestamp(), "2026-04-02"), Of(Rents));
        Assert.Equal((FreshnessState.Fresh, null, view.AsOf), Of("14_seikatsu_hogo"));
        Assert.Equal((FreshnessState.NeverReceived, null, ""), Of("07_jiritsu_iryo"));
        Assert.Contains(view.Members[0].Involvement, i => i.FeedId == "01_kaigo_nintei" && i.Open);

        (FreshnessState, Timestamp?, string) Of(string feed) => (feeds[feed].State, feeds[feed].Since, feeds[feed].DataDate);
    }

    [Fact]
    public async Task Source_IsJudgedOnTheDayOfTheView()
    {
        Assert.Equal(FreshnessState.Fresh, await StateAsync(Rents, Second.AddDays(4), null));
        Assert.Equal(FreshnessState.Stale, await StateAsync(Rents, Second.AddDays(5), null));
        Assert.Equal(FreshnessState.Fresh, await StateAsync("01_kaigo_nintei", First, null));
        Assert.Equal(FreshnessState.Fresh, await StateAsync("01_kaigo_nintei", Second, history.Before("01_kaigo_nintei", 2)));
        Assert.Equal(FreshnessState.Broken, await StateAsync("01_kaigo_nintei", Second, null));
        // Nobody expects the files of days to come.
        Assert.Equal(FreshnessState.Fresh, await StateAsync("14_seikatsu_hogo", SampleHistory.Today.AddYears(1), null));
    }

    [Fact]
    public async Task DataDate_OfADayToCome_IsRefused()
    {
        var refused = RefusedCall.Of(await Assert.ThrowsAsync<RpcException>(
            () => service.ImportAsync(Rents, City.Sample.Read($"day1/feeds/{Rents}.csv"), dataDate: SampleHistory.Today.AddDays(1))));
        Assert.Equal((StatusCode.InvalidArgument, "data_date"), (refused.Status, Assert.Single(refused.Fields)));
    }

    [Fact]
    public async Task SameRequestId_WithAnotherDataDate_IsRefused()
    {
        var (id, file) = (Guid.NewGuid().ToString(), City.Sample.Read("day1/feeds/14_seikatsu_hogo.csv"));
        var first = await service.ImportAsync("14_seikatsu_hogo", file, id);
        Assert.Equal(first, await service.ImportAsync("14_seikatsu_hogo", file, id));
        await Refusals.AssertAsync(
            StatusCode.AlreadyExists, "REQUEST_ID_REUSED", () => service.ImportAsync("14_seikatsu_hogo", file, id, dataDate: SampleHistory.Today.AddDays(-1)));
    }

    static IEnumerable<string> Names(HouseholdView view) => view.Members.Select(m => m.Resident.Name + (m.Head ? "*" : ""));

    async Task<FreshnessState> StateAsync(string feed, DateOnly day, DateTimeOffset? known) =>
        (await service.ViewAsync(Mother, day, known)).Feeds.Single(f => f.FeedId == feed).State;

    async Task<(string Status, string End, DateOnly DataDate)> InsuranceAsync(DateOnly? day, DateTimeOffset? known)
    {
        var view = await service.ViewAsync(Leaver, day, known);
        var fact = Assert.Single(Assert.Single(view.Members.Concat(view.FormerMembers)).Involvement, i => i.FeedId == Insurance);
        return (fact.Status, fact.EndDate, DateOnly.Parse(view.Feeds.Single(f => f.FeedId == Insurance).DataDate, null));
    }
}
