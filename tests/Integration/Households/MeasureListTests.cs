using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>What lists of measures do as they come, one after the other.</summary>
public sealed class MeasureListTests : IAsyncLifetime
{
    const string One = "000000083246089";
    const string Other = "000000008990067";
    const string Third = "000000000374521";
    const string Nobody = "000000000000777";

    readonly HouseholdFixture service = new();

    // A search answers of today, and so the list must be of today.
    static readonly DateOnly Today = JapanCalendar.DayOf(DateTimeOffset.UtcNow);

    static string Period => $"{Today.AddDays(-30):yyyy-MM-dd},{Today.AddDays(300):yyyy-MM-dd}";

    public ValueTask InitializeAsync() => service.InitializeAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task List_ProtectsFromTheRegisterOn_AndWhoeverFellFromItStaysHidden()
    {
        // Before the register its people are not known; they are kept for the time when they are.
        var first = await ListAsync($"{One},{Period},DV,,", $"{Nobody},{Period},DV,,");
        Assert.Equal((ImportState.Applied, 2, 0, 2), (first.State, first.Rows, first.GoodRows, first.RejectedRows));
        Assert.Equal(["KEY_UNKNOWN", "KEY_UNKNOWN"], (await service.RejectsAsync(first.ImportId)).Select(r => r.Reason));
        _ = await service.ImportAsync("residents", City.Sample.Read("day1/residents.csv"));
        Assert.Equal(AddressProtection.InForce, await ProtectionAsync(One));
        Assert.Equal(AddressProtection.None, await ProtectionAsync(Other));

        // A slip in a date sets the row aside and unmasks nobody.
        var second = await ListAsync($"{One},{Period},DV,,", $"{Other},2026-13-01,{Today.AddDays(300):yyyy-MM-dd},DV,,");
        Assert.Equal((ImportState.Applied, 1, 1), (second.State, second.GoodRows, second.RejectedRows));
        Assert.Equal(("開始年月日", "DATE_INVALID"), (await service.RejectsAsync(second.ImportId)).Select(r => (r.Column, r.Reason)).Single());
        Assert.Equal(AddressProtection.InForce, await ProtectionAsync(Other));

        // Nor do bytes of no meaning.
        var garbled = await ListAsync($"{One},{Period},DV,,", $"{Third},{Period},D\0V,,");
        Assert.Equal((ImportState.Applied, 1, 1), (garbled.State, garbled.GoodRows, garbled.RejectedRows));
        Assert.Equal("BYTES_INVALID", (await service.RejectsAsync(garbled.ImportId)).Single().Reason);
        Assert.Equal(AddressProtection.InForce, await ProtectionAsync(Third));

        // Gone from the list is not decided.
        var third = await ListAsync($"{Other},{Period},DV,,{One}", $"{Nobody},{Period},DV,,");
        Assert.Equal(ImportState.Applied, third.State);
        Assert.Equal(AddressProtection.InForce, await ProtectionAsync(One));
        var fourth = await ListAsync($"{Other},{Period},DV,,", $"{Nobody},{Period},DV,,");
        Assert.Equal((0, 0, 1), (fourth.Added, fourth.Ended, fourth.Changed));
        Assert.Equal(AddressProtection.Expired, await ProtectionAsync(One));
        Assert.Equal(AddressProtection.InForce, await ProtectionAsync(Other));
        Assert.Equal("", (await service.ResidentAsync(One)).Address);
    }

    [Fact]
    public async Task ListThatIsNotFresh_RefusesPartnersWhomeverTheyAskAbout()
    {
        _ = await service.ImportAsync("residents", City.Sample.Read("day1/residents.csv"));
        _ = await service.ImportAsync(MeasureFile.Feed, MeasureFile.Of($"{One},{Period},DV,,"), dataDate: Today.AddDays(-30));
        foreach (var number in new[] { One, Other })
        {
            var person = await service.ResidentAsync(number);
            await Refusals.AssertAsync(
                StatusCode.FailedPrecondition, "PROTECTION_STALE", () => service.As("partner").FindInvolvementAsync(new() { ResidentId = person.ResidentId }).ResponseAsync);
            Assert.Empty((await service.Caseworker.FindInvolvementAsync(new() { ResidentId = person.ResidentId })).Departments);
        }
    }

    [Fact]
    public async Task LateList_ProtectsWhomTheNewestLeavesOut()
    {
        _ = await service.ImportAsync("residents", City.Sample.Read("day1/residents.csv"));
        _ = await ListAsync($"{One},{Period},DV,,");
        var late = await service.ImportAsync(MeasureFile.Feed, MeasureFile.Of($"{One},{Period},DV,,", $"{Other},{Period},DV,,"), dataDate: Today.AddDays(-2));
        Assert.Equal((ImportState.Applied, 2), (late.State, late.Added));
        Assert.Equal(AddressProtection.InForce, await ProtectionAsync(One));
        Assert.Equal(AddressProtection.Expired, await ProtectionAsync(Other));
    }

    Task<Import> ListAsync(params string[] rows) => service.ImportAsync(MeasureFile.Feed, MeasureFile.Of(rows));

    async Task<AddressProtection> ProtectionAsync(string number) => (await service.ResidentAsync(number)).AddressProtection;
}
