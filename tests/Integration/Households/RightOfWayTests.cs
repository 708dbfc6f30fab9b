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

    // Ten times as long, by the rests; a busy machine makes both longer.
    [Fact]
    public async Task FileThatComesWhileSomebodyWaits_IsReadInShortStretches()
    {
        _ = await TakeAsync();
        await QuietAsync();
        var alone = await TakeAsync();
        household.RightOfWay.Came();
        try
        {
            var beside = await TakeAsync();
            Assert.True(beside > 3 * alone, $"{beside} beside somebody who waits, {alone} alone");
        }
        finally
        {
            household.RightOfWay.Answered();
        }
    }

    /// <summary>How long a register takes that is known already from the second time on: there is nothing to be merged then.</summary>
    async Task<TimeSpan> TakeAsync()
    {
        var watch = Stopwatch.StartNew();
        var import = await household.ImportAsync("residents", Town.People(2_000, seed: 1, new DateOnly(2026, 4, 1)));
        Assert.Contains(import.State, new[] { ImportState.Applied, ImportState.Unchanged });
        return watch.Elapsed;
    }

    Task<bool> QuietAsync() => Eventually.GetAsync(() => Task.FromResult(household.RightOfWay.Asked), asked => !asked);
}
