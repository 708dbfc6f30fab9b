using System.Diagnostics;
using System.Net;
using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Population;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Imports give way to whoever waits for an answer.</summary>
public sealed class RightOfWayTests(HouseholdFixture household) : IClassFixture<HouseholdFixture>
{
    static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task CallsOfPeopleAreNoticed_AndThoseAfterAnImportAreNot()
    {
        var none = Guid.NewGuid().ToString();
        await QuietAsync();

        await Assert.ThrowsAsync<RpcException>(() => household.Administrator.GetImportAsync(new() { ImportId = none }).ResponseAsync);
        Assert.False(household.RightOfWay.Asked);

        await Assert.ThrowsAsync<RpcException>(() => household.Caseworker.GetHouseholdViewAsync(new() { HouseholdId = none }).ResponseAsync);
        Assert.True(household.RightOfWay.Asked);

        await QuietAsync();
        await Assert.ThrowsAsync<RpcException>(() => household.Links.AcceptLinkCandidateAsync(new() { LinkCandidateId = none, RequestId = none }).ResponseAsync);
        Assert.True(household.RightOfWay.Asked);

        await QuietAsync();
        using var rest = household.Rest;
        using var answer = await rest.GetAsync($"/v1/households/{none}/view", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.NotFound, true), (answer.StatusCode, household.RightOfWay.Asked));
    }

    // What is read without a rest takes a fraction of a second; rests can only make it longer, so a busy machine changes nothing.
    [Fact]
    public async Task FileThatComesWhileSomebodyWaits_IsReadInShortStretches()
    {
        household.RightOfWay.Came();
        try
        {
            var watch = Stopwatch.StartNew();
            var import = await household.ImportAsync("residents", Town.People(2_000, seed: 1, new DateOnly(2026, 4, 1)));
            Assert.Equal((ImportState.Applied, true), (import.State, watch.Elapsed > Long));
        }
        finally
        {
            household.RightOfWay.Answered();
        }
    }

    Task<bool> QuietAsync() => Eventually.GetAsync(() => Task.FromResult(household.RightOfWay.Asked), asked => !asked);
}
