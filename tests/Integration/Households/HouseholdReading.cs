using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>What callers read of the service, in a few words.</summary>
static class HouseholdReading
{
    /// <summary>Every row set aside, page by page.</summary>
    public static async Task<IReadOnlyList<ImportReject>> RejectsAsync(this HouseholdFixture fixture, string import, int pageSize = 2)
    {
        var rejects = new List<ImportReject>();
        var token = "";
        do
        {
            var page = await fixture.Administrator.ListImportRejectsAsync(new() { ImportId = import, PageSize = pageSize, PageToken = token });
            rejects.AddRange(page.Rejects);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return rejects;
    }

    /// <summary>Every life event of a household, page by page.</summary>
    public static async Task<IReadOnlyList<LifeEvent>> LifeEventsAsync(this HouseholdFixture fixture, string household, bool withdrawn = false, int pageSize = 50)
    {
        var events = new List<LifeEvent>();
        var token = "";
        do
        {
            var page = await fixture.LifeEventsAs("caseworker").ListHouseholdLifeEventsAsync(
                new() { HouseholdId = household, PageSize = pageSize, PageToken = token, IncludeWithdrawn = withdrawn });
            events.AddRange(page.LifeEvents);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return events;
    }

    /// <summary>Somebody by 宛名番号, as a search answers.</summary>
    public static async Task<Resident> ResidentAsync(this HouseholdFixture fixture, string number) =>
        Assert.Single((await fixture.Caseworker.SearchResidentsAsync(new() { ResidentNumber = number })).Matches).Resident;

    /// <summary>The first whom a search by name answers.</summary>
    public static async Task<Resident> NamedAsync(this HouseholdFixture fixture, string name) => (await fixture.Caseworker.SearchResidentsAsync(new() { Name = name })).Matches[0].Resident;

    /// <summary>The view of the household in which this resident is now.</summary>
    public static async Task<HouseholdView> ViewAsync(this HouseholdFixture fixture, string residentNumber, DateOnly? asOf = null, DateTimeOffset? knownAt = null) =>
        await fixture.HouseholdAsync((await fixture.ResidentAsync(residentNumber)).HouseholdId, asOf, knownAt);

    /// <summary>The view of a household, at a day and as known at an instant.</summary>
    public static async Task<HouseholdView> HouseholdAsync(this HouseholdFixture fixture, string household, DateOnly? asOf = null, DateTimeOffset? knownAt = null) =>
        await fixture.Caseworker.GetHouseholdViewAsync(new()
        {
            HouseholdId = household,
            AsOf = asOf?.ToString("yyyy-MM-dd", null) ?? "",
            KnownAt = knownAt?.ToTimestamp(),
        });
}
