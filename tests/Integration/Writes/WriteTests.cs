using Grpc.Core;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Writes;

/// <summary>What the contract promises of every write, for every write: a new one without a row in the table fails.</summary>
[Collection(typeof(AllWrites))]
public sealed class WriteTests(WriteWorld world)
{
    public static TheoryData<string> All => [.. Write.InContract.Keys];

    // A write that asks for nothing in particular has no other body.
    public static TheoryData<string> WithABody => [.. Write.InContract.Where(rpc => Write.TakesMoreThanItsId(rpc.Value)).Select(rpc => rpc.Key)];

    public static TheoryData<string> OfAVersion => [.. Write.InContract.Where(rpc => Write.TakesAVersion(rpc.Value)).Select(rpc => rpc.Key)];

    [Fact]
    public void EveryWriteOfTheContract_HasItsRowAndNoOther() => Assert.Equal(Write.InContract.Keys.Order(), WriteRows.All.Keys.Order());

    [Theory]
    [MemberData(nameof(All))]
    public async Task SameRequestIdTwice_GetsTheFirstAnswerAndHasOneEffect(string rpc)
    {
        var (write, prepared, state) = await PrepareAsync(rpc);
        var before = await state.SettledAsync();
        var first = await world.CallAsync(rpc, write.Service, prepared);
        Assert.Equal((StatusCode.OK, ""), (first.Status, first.Code));
        var after = await state.SettledAsync();
        Assert.NotEqual(before, after);

        Assert.Equal(first, await world.CallAsync(rpc, write.Service, prepared));
        Assert.Equal(after, await state.SettledAsync());
    }

    [Theory]
    [MemberData(nameof(WithABody))]
    public async Task SameRequestIdWithAnotherBody_IsRefusedAndChangesNothing(string rpc)
    {
        var (write, prepared, state) = await PrepareAsync(rpc);
        Assert.Equal(StatusCode.OK, (await world.CallAsync(rpc, write.Service, prepared)).Status);
        var after = await state.SettledAsync();
        var refused = await world.CallAsync(rpc, write.Service, prepared.Changed());

        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), (refused.Status, refused.Code));
        Assert.Equal(after, await state.SettledAsync());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task AnswerLostAfterTheCommit_IsGivenWhenAskedAgain(string rpc)
    {
        var (write, prepared, state) = await PrepareAsync(rpc);
        await using var line = new DeafLine(world.AddressOf(write.Service));
        var far = await WriteWorld.ThroughAsync(line, prepared.Token);
        line.Deafen();
        var lost = WriteWorld.CallAsync(rpc, far, prepared);
        Assert.Equal(1, await Eventually.GetAsync(() => state.CountAsync(WriteRows.CommittedSql(rpc, prepared.RequestId)), n => n == 1));
        await line.CutAsync();
        Assert.Equal(StatusCode.Unavailable, (await lost).Status);
        var after = await state.SettledAsync();
        var again = await world.CallAsync(rpc, write.Service, prepared);

        Assert.Equal((StatusCode.OK, ""), (again.Status, again.Code));
        Assert.Equal(after, await state.SettledAsync());
    }

    [Theory]
    [MemberData(nameof(OfAVersion))]
    public async Task StaleVersion_IsRefusedAndChangesNothing(string rpc)
    {
        var (write, prepared, state) = await PrepareAsync(rpc);
        Assert.NotEmpty(prepared.Version);
        Assert.Equal(StatusCode.OK, (await world.CallAsync(rpc, write.Service, prepared)).Status);
        var after = await state.SettledAsync();
        var stale = await world.CallAsync(rpc, write.Service, prepared.Anew());

        Assert.Equal((StatusCode.Aborted, "VERSION_STALE"), (stale.Status, stale.Code));
        Assert.Equal(after, await state.SettledAsync());
    }

    [Theory]
    [MemberData(nameof(OfAVersion))]
    public async Task TwoWritersOfOneVersionAtOnce_OneWins(string rpc)
    {
        var (write, prepared, state) = await PrepareAsync(rpc);
        await state.SettledAsync();
        Task<Answer>[] both;
        await using (await state.FreezeAsync())
        {
            both = [world.CallAsync(rpc, write.Service, prepared), world.CallAsync(rpc, write.Service, prepared.Anew())];
            // Both have read the same version and now wait to write.
            Assert.True(await Eventually.GetAsync(state.WaitingAsync, n => n >= 2) >= 2, "They did not meet.");
        }

        var answers = await Task.WhenAll(both);
        Assert.Single(answers, answer => answer.Status == StatusCode.OK);
        Assert.Equal("VERSION_STALE", Assert.Single(answers, answer => answer.Status == StatusCode.Aborted).Code);
    }

    [Fact]
    public async Task ProcessKilledBetweenCommitAndAnswer_LeavesTheAnswerToAnotherReplica()
    {
        const string Rpc = "tsunagu.referral.v1.ReferralService/SendReferral";
        var (write, prepared, state) = await PrepareAsync(Rpc);
        using var process = ServiceProcess.Start(world, write.Service);
        await using var line = new DeafLine(process.Address);
        var far = await WriteWorld.ThroughAsync(line, prepared.Token);
        line.Deafen();
        var lost = WriteWorld.CallAsync(Rpc, far, prepared);
        Assert.Equal(1, await Eventually.GetAsync(() => state.CountAsync(WriteRows.CommittedSql(Rpc, prepared.RequestId)), n => n == 1));
        process.Kill();
        await line.CutAsync();
        Assert.Equal(StatusCode.Unavailable, (await lost).Status);
        var after = await state.SettledAsync();
        var again = await world.CallAsync(Rpc, write.Service, prepared);

        Assert.Equal((StatusCode.OK, ""), (again.Status, again.Code));
        Assert.Equal(after, await state.SettledAsync());
    }

    async Task<(Write Write, Prepared Prepared, ServiceState State)> PrepareAsync(string rpc)
    {
        Assert.True(WriteRows.All.TryGetValue(rpc, out var write), $"{rpc} has no row in the table of writes.");
        return (write, await write.PrepareAsync(world), world.StateOf(write.Service));
    }
}
