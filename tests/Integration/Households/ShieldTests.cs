using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Whoever a measure protects is shown without whereabouts in every read, and found by none.</summary>
public sealed class ShieldTests(ShieldedCity city) : IClassFixture<ShieldedCity>
{
    // A mother with her daughter as companion; a woman whose measure ran out, who lives with her mother. Her father died there.
    const string Mother = "000000083246089";
    const string Daughter = "000000076712773";
    const string Expired = "000000008990067";
    const string HerMother = "000000055498394";
    const string HerFather = "000000098611602";

    const string Elsewhere = "tax-collection";

    [Theory]
    [InlineData(Mother)]
    [InlineData(Daughter)]
    [InlineData(Expired)]
    [InlineData(HerMother)]
    [InlineData(HerFather)]
    public async Task ProtectedPeopleAndWhoLivesWithThem_AreShownWithoutWhereabouts(string number)
    {
        var found = await city.ResidentAsync(number);
        AssertHidden(found);
        Assert.NotEmpty(found.Name);
        Assert.Equal(found, await city.Caseworker.GetResidentAsync(new() { ResidentId = found.ResidentId }));
        var view = await city.HouseholdAsync(found.HouseholdId);
        Assert.Contains(view.Members.Concat(view.FormerMembers), m => m.Resident.Equals(found));
        Assert.All(view.Members.Concat(view.FormerMembers), m => AssertHidden(m.Resident));
        Assert.Equal("", view.HouseholdNumber);
        var address = await city.TextAsync($"select address from residents where number = '{number}'");
        Assert.NotEmpty(address);
        Assert.DoesNotContain(address, $"{found}{view}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task MeasurePastItsEnd_IsToldAsExpired_AndSomebodyBesideAsOfTheHousehold()
    {
        Assert.Equal(AddressProtection.Expired, (await city.ResidentAsync(Expired)).AddressProtection);
        Assert.Equal(AddressProtection.Household, (await city.ResidentAsync(HerMother)).AddressProtection);
    }

    [Fact]
    public async Task DayBeforeAMeasure_ShowsNoMoreThanToday()
    {
        var now = await city.ResidentAsync(Mother);
        var then = await city.Caseworker.GetResidentAsync(new() { ResidentId = now.ResidentId, AsOf = "2025-01-01" });
        AssertHidden(then);
        var view = await city.HouseholdAsync(now.HouseholdId, new DateOnly(2025, 1, 1));
        Assert.All(view.Members, m => AssertHidden(m.Resident));
    }

    [Fact]
    public async Task EverybodyElse_IsShownAsBefore()
    {
        var son = await city.NamedAsync("久保田隆史");
        Assert.Equal(AddressProtection.None, son.AddressProtection);
        Assert.Equal(await city.TextAsync($"select address from residents where id = '{son.ResidentId}'"), son.Address);
        Assert.NotEmpty(son.Address);
        Assert.Equal("川端小学校区", son.SchoolDistrict);
        Assert.NotEmpty((await city.HouseholdAsync(son.HouseholdId)).HouseholdNumber);
    }

    [Theory]
    [InlineData(Mother)]
    [InlineData(HerMother)]
    public async Task ByAddressOrPhone_NobodyHiddenIsFound(string number)
    {
        var person = await city.ResidentAsync(number);
        var (address, phone) = (
            await city.TextAsync($"select address from residents where number = '{number}'"),
            await city.TextAsync($"select phone from residents where number = '{number}'"));
        foreach (var request in new SearchResidentsRequest[]
        {
            new() { Address = address },
            new() { Phone = phone },
            new() { Name = person.Name, Address = address },
            new() { ResidentNumber = number, Phone = phone[^4..] },
        })
        {
            var found = await city.Caseworker.SearchResidentsAsync(request);
            Assert.DoesNotContain(found.Matches, m => m.Resident.ResidentId == person.ResidentId);
        }
        Assert.Contains((await city.Caseworker.SearchResidentsAsync(new() { Name = person.Name })).Matches, m => m.Resident.ResidentId == person.ResidentId);
    }

    [Theory]
    [InlineData("partner")]
    [InlineData("caseworker")]
    public async Task OfHiddenPeople_NobodyIsToldThatADepartmentIsInvolved(string role)
    {
        foreach (var number in new[] { Mother, Daughter, HerMother })
        {
            var person = await city.ResidentAsync(number);
            Assert.Empty((await city.As(role).FindInvolvementAsync(new() { ResidentId = person.ResidentId })).Departments);
            var view = await city.HouseholdAsync(person.HouseholdId);
            Assert.Contains(view.Members.SelectMany(m => m.Involvement), i => i.Open);
        }
    }

    [Fact]
    public async Task OfOthers_PartnersAreToldWhichDepartmentsAreInvolved()
    {
        var son = await city.NamedAsync("久保田隆史");
        var told = await city.As("partner").FindInvolvementAsync(new() { ResidentId = son.ResidentId });
        Assert.Contains("国保年金課", told.Departments.Select(d => d.Department));
    }

    [Theory]
    [InlineData(Mother)]
    [InlineData(Daughter)]
    [InlineData(Expired)]
    [InlineData(HerMother)]
    public async Task FilesAndMessagesAboutHiddenPeople_StayWithTheAgencyThatWroteThem(string number)
    {
        var id = (await city.ResidentAsync(number)).ResidentId;
        var (own, others) = (city.Records(), city.Records(Elsewhere));
        var (theirs, theirMessage) = (await Kept.FileAsync(others, id, Kept.Text()), await Kept.MessageAsync(others, id));
        var file = await Kept.FileAsync(own, id, Kept.Text());
        var message = await Kept.MessageAsync(own, id);

        Assert.Contains(file, (await own.ListResidentFilesAsync(new() { ResidentId = id })).Files);
        Assert.Contains(message, (await own.ListResidentMessagesAsync(new() { ResidentId = id })).Messages);
        // Newer ones that are hidden leave no gap in a page, and no token behind the last.
        Assert.Equal(
            new ListResidentFilesResponse { Files = { theirs } }, await others.ListResidentFilesAsync(new() { ResidentId = id, PageSize = 1 }));
        Assert.Equal(
            new ListResidentMessagesResponse { Messages = { theirMessage } }, await others.ListResidentMessagesAsync(new() { ResidentId = id, PageSize = 1 }));
        await Refusals.AssertAsync(StatusCode.NotFound, "RESIDENT_FILE_NOT_FOUND", async () =>
        {
            using var download = others.DownloadResidentFile(new() { ResidentId = id, FileId = file.FileId });
            _ = await download.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
        });
    }

    [Fact]
    public async Task SupportHouseholdThatNamesSomebodyHidden_TellsOtherAgenciesNothing_NotOfAnyoneInIt()
    {
        var son = await city.NamedAsync("久保田隆史");
        var (own, others) = (city.Support, city.SupportOf(Elsewhere));
        var household = await Kept.HouseholdAsync(own, son.ResidentId);
        var sister = await Kept.OutsiderAsync(own, household);
        Assert.Equal(2, (await others.GetSupportHouseholdAsync(new() { SupportHouseholdId = household.SupportHouseholdId })).Persons.Count);

        _ = await Kept.MemberAsync(own, household, Kept.Resident((await city.ResidentAsync(Mother)).ResidentId), Presence.LivesHere);

        Assert.Equal(3, (await own.GetSupportHouseholdAsync(new() { SupportHouseholdId = household.SupportHouseholdId })).Persons.Count);
        var told = await others.GetSupportHouseholdAsync(new() { SupportHouseholdId = household.SupportHouseholdId });
        Assert.Empty(told.Persons);
        Assert.Empty(told.Facts);
        await Refusals.AssertAsync(
            StatusCode.NotFound, "SUPPORT_FACT_NOT_FOUND", async () => await others.ListSupportFactVersionsAsync(new() { FactId = sister.FactId }));
        await Refusals.AssertAsync(StatusCode.NotFound, "SUPPORT_FACT_NOT_FOUND", async () => await others.EndSupportFactAsync(
            new() { RequestId = Kept.NewId(), FactId = sister.FactId, ExpectedVersion = sister.Version, Until = "2026-01-31", Reason = "転居" }));
    }

    [Fact]
    public async Task OverlapWithWhatTheWriterIsNotShown_IsNoRefusal()
    {
        var (son, mother) = (await SonAsync(), (await city.ResidentAsync(Mother)).ResidentId);
        var (own, others) = (city.Support, city.SupportOf(Elsewhere));
        var household = await Kept.HouseholdAsync(own, son);
        var theirs = await Kept.MemberAsync(others, household, Kept.Resident(mother), Presence.LivesHere, since: "2020-01-01", until: "2020-12-31");
        _ = await Kept.MemberAsync(own, household, Kept.Resident(mother), Presence.LivesHere, since: "2021-01-01");

        // As if nothing of the other agency's were there: any other answer would tell of it.
        _ = await Kept.MemberAsync(others, household, Kept.Resident(son), Presence.KinElsewhere);
        var corrected = await others.CorrectSupportFactAsync(new()
        {
            RequestId = Kept.NewId(),
            FactId = theirs.FactId,
            Membership = Kept.Member(Kept.Resident(mother)),
            Since = "2020-01-01",
            Source = Kept.Told,
            Reason = "今も同居",
        });
        Assert.Equal("", corrected.Until);
        await Refusals.AssertAsync(
            StatusCode.FailedPrecondition, "SUPPORT_FACT_OVERLAPS",
            () => Kept.MemberAsync(others, household, Kept.Resident(mother), Presence.KinElsewhere, since: "2024-01-01"));
    }

    [Fact]
    public async Task WordsOfAWithdrawal_StayWithTheAgencyThatWithdrew_OnceSomebodyHiddenIsNamed()
    {
        var (own, others) = (city.Support, city.SupportOf(Elsewhere));
        var household = await Kept.HouseholdAsync(own, await SonAsync());
        var (sister, aunt) = (await Kept.OutsiderAsync(own, household), await Kept.OutsiderAsync(own, household));
        _ = await others.WithdrawSupportFactAsync(new() { RequestId = Kept.NewId(), FactId = sister.FactId, Reason = "母の避難先で確認" });
        _ = await own.WithdrawSupportFactAsync(new() { RequestId = Kept.NewId(), FactId = aunt.FactId, Reason = "人違い" });
        Assert.Equal(("worker-tax-collection", "母の避難先で確認"), await WithdrawalAsync(sister));

        _ = await Kept.MemberAsync(own, household, Kept.Resident((await city.ResidentAsync(Mother)).ResidentId), Presence.LivesHere);

        Assert.Equal(("worker-tax-collection", ""), await WithdrawalAsync(sister));
        Assert.Equal(("worker-welfare-general", "人違い"), await WithdrawalAsync(aunt));

        async Task<(string By, string Reason)> WithdrawalAsync(SupportFact fact)
        {
            var last = (await own.ListSupportFactVersionsAsync(new() { FactId = fact.FactId })).Versions[0];
            return (last.WithdrawnBy, last.WithdrawalReason);
        }
    }

    async Task<string> SonAsync() => (await city.NamedAsync("久保田隆史")).ResidentId;

    static void AssertHidden(Resident resident)
    {
        Assert.True(resident.IsHidden(), $"{resident.AddressProtection}");
        Assert.Equal(("", "", "", ""), (resident.Address, resident.Phone, resident.PostalCode, resident.SchoolDistrict));
    }
}
