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

    static readonly AddressProtection[] Hidden = [AddressProtection.InForce, AddressProtection.Expired, AddressProtection.Household];

    [Theory]
    [InlineData(Mother)]
    [InlineData(Daughter)]
    [InlineData(Expired)]
    [InlineData(HerMother)]
    [InlineData(HerFather)]
    public async Task ProtectedPeopleAndWhoLivesWithThem_AreShownWithoutWhereabouts(string number)
    {
        var found = await city.FindAsync(number);
        AssertHidden(found);
        Assert.NotEmpty(found.Name);
        Assert.Equal(found, await city.Service.Caseworker.GetResidentAsync(new() { ResidentId = found.ResidentId }));
        var view = await city.Service.HouseholdAsync(found.HouseholdId);
        Assert.Contains(view.Members.Concat(view.FormerMembers), m => m.Resident.Equals(found));
        Assert.All(view.Members.Concat(view.FormerMembers), m => AssertHidden(m.Resident));
        Assert.Equal("", view.HouseholdNumber);
        var address = await city.Service.TextAsync($"select address from residents where number = '{number}'");
        Assert.NotEmpty(address);
        Assert.DoesNotContain(address, $"{found}{view}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task MeasurePastItsEnd_IsToldAsExpired_AndSomebodyBesideAsOfTheHousehold()
    {
        Assert.Equal(AddressProtection.Expired, (await city.FindAsync(Expired)).AddressProtection);
        Assert.Equal(AddressProtection.Household, (await city.FindAsync(HerMother)).AddressProtection);
    }

    [Fact]
    public async Task DayBeforeAMeasure_ShowsNoMoreThanToday()
    {
        var now = await city.FindAsync(Mother);
        var then = await city.Service.Caseworker.GetResidentAsync(new() { ResidentId = now.ResidentId, AsOf = "2025-01-01" });
        AssertHidden(then);
        var view = await city.Service.HouseholdAsync(now.HouseholdId, new DateOnly(2025, 1, 1));
        Assert.All(view.Members, m => AssertHidden(m.Resident));
    }

    [Fact]
    public async Task EverybodyElse_IsShownAsBefore()
    {
        var son = (await city.Service.Caseworker.SearchResidentsAsync(new() { Name = "久保田隆史" })).Matches[0].Resident;
        Assert.Equal(AddressProtection.None, son.AddressProtection);
        Assert.NotEmpty(son.Address);
        Assert.Equal("川端小学校区", son.SchoolDistrict);
        Assert.NotEmpty((await city.Service.HouseholdAsync(son.HouseholdId)).HouseholdNumber);
    }

    [Theory]
    [InlineData(Mother)]
    [InlineData(HerMother)]
    public async Task ByAddressOrPhone_NobodyHiddenIsFound(string number)
    {
        var person = await city.FindAsync(number);
        var (address, phone) = (
            await city.Service.TextAsync($"select address from residents where number = '{number}'"),
            await city.Service.TextAsync($"select phone from residents where number = '{number}'"));
        foreach (var request in new SearchResidentsRequest[]
        {
            new() { Address = address },
            new() { Phone = phone },
            new() { Name = person.Name, Address = address },
            new() { ResidentNumber = number, Phone = phone[^4..] },
        })
        {
            var found = await city.Service.Caseworker.SearchResidentsAsync(request);
            Assert.DoesNotContain(found.Matches, m => m.Resident.ResidentId == person.ResidentId);
        }
        Assert.Contains((await city.Service.Caseworker.SearchResidentsAsync(new() { Name = person.Name })).Matches, m => m.Resident.ResidentId == person.ResidentId);
    }

    [Theory]
    [InlineData("partner")]
    [InlineData("caseworker")]
    public async Task OfHiddenPeople_NobodyIsToldThatADepartmentIsInvolved(string role)
    {
        foreach (var number in new[] { Mother, Daughter, HerMother })
        {
            var person = await city.FindAsync(number);
            Assert.Empty((await city.Service.As(role).FindInvolvementAsync(new() { ResidentId = person.ResidentId })).Departments);
            var view = await city.Service.HouseholdAsync(person.HouseholdId);
            Assert.Contains(view.Members.SelectMany(m => m.Involvement), i => i.Open);
        }
    }

    [Fact]
    public async Task OfOthers_PartnersAreToldWhichDepartmentsAreInvolved()
    {
        var son = (await city.Service.Caseworker.SearchResidentsAsync(new() { Name = "久保田隆史" })).Matches[0].Resident;
        var told = await city.Service.As("partner").FindInvolvementAsync(new() { ResidentId = son.ResidentId });
        Assert.Contains("国保年金課", told.Departments.Select(d => d.Department));
    }

    static void AssertHidden(Resident resident)
    {
        Assert.Contains(resident.AddressProtection, Hidden);
        Assert.Equal(("", "", "", ""), (resident.Address, resident.Phone, resident.PostalCode, resident.SchoolDistrict));
    }
}
