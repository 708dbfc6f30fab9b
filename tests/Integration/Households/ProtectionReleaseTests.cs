using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Lists come and go, two persons lift what is over, and whatever is told newer hides again.</summary>
public sealed class ProtectionReleaseTests : IAsyncLifetime
{
    const string One = "000000083246089";
    const string Other = "000000008990067";
    const string Mother = "000000055498394";

    static readonly DateOnly Today = JapanCalendar.DayOf(DateTimeOffset.UtcNow);

    readonly HouseholdFixture service = new();

    // Of nobody here, so that one person more or less is no mass change.
    static readonly string[] Others = [.. Enumerable.Range(1, 20).Select(i => $"{700 + i:000000000000000},{Today.AddDays(-30):yyyy-MM-dd},,DV,,")];

    static string Over => $"{Today.AddDays(-400):yyyy-MM-dd},{Today.AddDays(-30):yyyy-MM-dd}";

    static string Period => $"{Today.AddDays(-30):yyyy-MM-dd},{Today.AddDays(300):yyyy-MM-dd}";

    ProtectionService.ProtectionServiceClient Coordinator => service.ProtectionsAs("coordinator", "coordinator-01");

    ProtectionService.ProtectionServiceClient Manager => service.ProtectionsAs("manager", "manager-01");

    public async ValueTask InitializeAsync()
    {
        await service.InitializeAsync();
        _ = await service.TakeAsync("residents", City.Sample.Read("day1/residents.csv"));
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task ExpiredMeasure_HidesUntilTwoPersonsLiftIt()
    {
        await ListAsync($"{One},{Period},DV,,", $"{Other},{Over},DV,,");
        var (expired, protectedOne) = (await IdAsync(Other), await IdAsync(One));
        await Refusals.AssertAsync(StatusCode.FailedPrecondition, "PROTECTION_IN_FORCE", () => Coordinator.ProposeAsync(protectedOne));
        await Refusals.AssertAsync(StatusCode.FailedPrecondition, "PROTECTION_IN_FORCE", () => Coordinator.ProposeAsync(expired, protectedOne));

        var proposed = await Coordinator.ProposeAsync(expired);
        Assert.Equal((ReleaseState.Proposed, "coordinator-01"), (proposed.State, proposed.ProposedByStaffId));
        Assert.Equal([expired], proposed.ResidentIds);
        await Refusals.AssertAsync(StatusCode.PermissionDenied, "SECOND_PERSON_REQUIRED", () => Coordinator.ApproveAsync(proposed));
        Assert.Equal((AddressProtection.Expired, AddressProtection.Household), (await StateAsync(Other), await StateAsync(Mother)));

        var approved = await Manager.ApproveAsync(proposed);
        Assert.Equal((ReleaseState.Approved, "manager-01"), (approved.State, approved.DecidedByStaffId));
        Assert.Equal((AddressProtection.None, AddressProtection.None), (await StateAsync(Other), await StateAsync(Mother)));
        Assert.NotEmpty((await service.ResidentAsync(Other)).Address);
        Assert.Equal(AddressProtection.InForce, await StateAsync(One));
        Assert.Null(await Coordinator.ProtectionAsync(expired));
        Assert.Equal([approved], (await Coordinator.ListProtectionReleasesAsync(new() { State = ReleaseState.Approved })).Releases);
        await Refusals.AssertAsync(StatusCode.FailedPrecondition, "PROTECTION_NONE", () => Coordinator.ProposeAsync(expired));

        // The next day's list says the same as before.
        await ListAsync($"{One},{Period},DV,,", $"{Other},{Over},DV,,");
        Assert.Equal(AddressProtection.None, await StateAsync(Other));
        // Nor does it hide again by falling from the list.
        await ListAsync($"{One},{Period},DV,,");
        Assert.Equal(AddressProtection.None, await StateAsync(Other));
    }

    [Fact]
    public async Task MeasureToldAfterAProposal_IsNotLiftedByItsApproval()
    {
        await ListAsync($"{One},{Period},DV,,", $"{Other},{Over},DV,,");
        var expired = await IdAsync(Other);
        var proposed = await Coordinator.ProposeAsync(expired);
        await ListAsync($"{One},{Period},DV,,", $"{Other},{Period},DV,,");
        _ = await Manager.ApproveAsync(proposed);
        Assert.Equal(AddressProtection.InForce, await StateAsync(Other));

        // Having fallen from the list it waits for a decision of its own.
        await ListAsync($"{One},{Period},DV,,");
        Assert.Equal(AddressProtection.Expired, await StateAsync(Other));
        _ = await Manager.ApproveAsync(await Coordinator.ProposeAsync(expired));
        Assert.Equal(AddressProtection.None, await StateAsync(Other));

        // Told again as it was before, it is another one.
        await ListAsync($"{One},{Period},DV,,", $"{Other},{Period},DV,,");
        Assert.Equal(AddressProtection.InForce, await StateAsync(Other));
        await ListAsync($"{One},{Period},DV,,");
        Assert.Equal(AddressProtection.Expired, await StateAsync(Other));
    }

    [Fact]
    public async Task ProposalAboutWhatWasSeenBefore_IsRefused()
    {
        await ListAsync($"{One},{Period},DV,,", $"{Other},{Over},DV,,");
        var expired = await IdAsync(Other);
        var seen = await Coordinator.ProtectionAsync(expired);
        await ListAsync($"{One},{Period},DV,,", $"{Other},{Over},ストーカー,,");
        await Refusals.AssertAsync(StatusCode.Aborted, "PROTECTION_CHANGED", async () => await Coordinator.ProposeProtectionReleaseAsync(
            new() { RequestId = Kept.NewId(), Items = { new ReleaseItem { ResidentId = expired, Etag = seen!.Etag } }, Reason = "満了" }));
    }

    [Fact]
    public async Task TwoDecisionsAtOnce_AreOne()
    {
        await ListAsync($"{One},{Over},DV,,", $"{Other},{Over},DV,,");
        var proposed = await Coordinator.ProposeAsync(await IdAsync(One), await IdAsync(Other));
        var second = service.ProtectionsAs("manager", "manager-02");
        var answers = await Task.WhenAll(
            OutcomeAsync(async () => await Manager.ApproveAsync(proposed)),
            OutcomeAsync(async () => await second.RejectProtectionReleaseAsync(
                new() { RequestId = Kept.NewId(), ReleaseId = proposed.ReleaseId, Reason = "継続の意向" })));
        Assert.Equal(["OK", "PROTECTION_RELEASE_DECIDED"], answers.Order(StringComparer.Ordinal));
        var lifted = answers[0] == "OK";
        Assert.Equal(
            lifted ? (AddressProtection.None, AddressProtection.None) : (AddressProtection.Expired, AddressProtection.Expired), (await StateAsync(One), await StateAsync(Other)));
    }

    // Whichever commits first: what the list tells newer hides.
    [Fact]
    public async Task ListBesideAnApproval_IsNeverUndone()
    {
        await ListAsync($"{One},{Over},DV,,");
        var person = await IdAsync(One);
        var random = Seed.NewRandom();
        for (var round = 1; round <= 8; round++)
        {
            await ListAsync($"{One},{Today.AddDays(-400 - round):yyyy-MM-dd},{Today.AddDays(-30):yyyy-MM-dd},DV,,");
            var proposed = await Coordinator.ProposeAsync(person);
            var list = Task.Run(async () =>
            {
                await Task.Delay(random.Next(30));
                await ListAsync($"{One},{Today.AddDays(-20 - round):yyyy-MM-dd},{Today.AddDays(300):yyyy-MM-dd},DV,,");
            });
            await Task.Delay(random.Next(60));
            _ = await Manager.ApproveAsync(proposed);
            await list;
            Assert.Equal(AddressProtection.InForce, await StateAsync(One));
        }
    }

    [Fact]
    public async Task DueList_HoldsWhatIsExpiredOrEnds_PageByPage()
    {
        await ListAsync(
            $"{One},{Today.AddDays(-300):yyyy-MM-dd},{Today.AddDays(20):yyyy-MM-dd},DV,,", $"{Other},{Over},DV,,", $"{Mother},{Period},DV,,");
        var due = new List<Protection>();
        for (var token = ""; ;)
        {
            var page = await Manager.ListProtectionsAsync(new() { DueOnly = true, PageSize = 1, PageToken = token });
            due.AddRange(page.Protections);
            if ((token = page.NextPageToken).Length == 0)
                break;
        }

        var (one, other) = (due.Single(p => p.State == AddressProtection.InForce), due.Single(p => p.State == AddressProtection.Expired));
        Assert.Equal((2, await IdAsync(One), await IdAsync(Other)), (due.Count, one.ResidentId, other.ResidentId));
        Assert.Equal((true, $"{Today.AddDays(20):yyyy-MM-dd}"), (one.Ending, one.EndsOn));
        Assert.Equal((false, "", MeasureFile.Feed), (other.Ending, other.EndsOn, other.Spans.Single().FeedId));
        Assert.Equal(3, (await Manager.ListProtectionsAsync(new())).Protections.Count);
    }

    [Fact]
    public async Task DayOnWhichMeasuresAreDue_IsToldOnce_ByCountsAlone()
    {
        await ListAsync($"{One},{Today.AddDays(-300):yyyy-MM-dd},{Today.AddDays(20):yyyy-MM-dd},DV,,", $"{Other},{Over},DV,,");
        await using (var connection = await service.ConnectAsync())
        {
            await using var again = new Npgsql.NpgsqlCommand(
                "begin; set local tsunagu.principal = 'job:protection-watch'; delete from protection_watches; commit", connection);
            _ = await again.ExecuteNonQueryAsync();
        }
        _ = await service.StartReplicaAsync();
        _ = await service.StartReplicaAsync();
        var told = await Eventually.GetAsync(
            () => Task.FromResult(service.Events.Of<Contracts.Events.Households.ProtectionsDue>()), events => events.Count > 0, seconds: 30);
        Assert.Equal((1, 1, 1, null), (told.Count, told[0].Ending, told[0].Expired, told[0].DeskAgencyId));
    }

    static async Task<string> OutcomeAsync(Func<Task> call)
    {
        try
        {
            await call();
            return "OK";
        }
        catch (RpcException e)
        {
            return TestKit.Hosting.RefusedCall.Of(e).Code;
        }
    }

    async Task ListAsync(params string[] rows) => Assert.Contains(
        (await service.ImportAsync(MeasureFile.Feed, MeasureFile.Of([.. rows, .. Others]))).State, new[] { ImportState.Applied, ImportState.Unchanged });

    async Task<AddressProtection> StateAsync(string number) => (await service.ResidentAsync(number)).AddressProtection;

    async Task<string> IdAsync(string number) => (await service.ResidentAsync(number)).ResidentId;
}
