using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

public sealed class IdempotencyTests(Served served) : IClassFixture<Served>
{
    readonly CallOptions caller = Calls.As(served.Issuer.Staff());

    [Fact]
    public async Task SameRequestIdTwice_GetsTheFirstAnswerAndHasOneEffect()
    {
        var request = Calls.Create();
        var first = await served.Calls.Referrals.CreateReferralAsync(request, caller);
        var before = await NotesAsync();
        var second = await served.Calls.Referrals.CreateReferralAsync(request, caller);

        Assert.Equal(first, second);
        Assert.Equal(before, await NotesAsync());
    }

    [Fact]
    public async Task SameRequestIdAtTheSameTime_WaitsForTheFirstAndGetsItsAnswer()
    {
        var before = await NotesAsync();
        var entered = served.Host.Gate.Entered;
        var gate = served.Host.Gate.Closed = new TaskCompletionSource();
        var request = Calls.Create();
        var calls = Enumerable.Range(0, 8).Select(_ => served.Calls.Referrals.CreateReferralAsync(request, caller).ResponseAsync).ToList();
        await Eventually.GetAsync(() => Task.FromResult(served.Host.Gate.Entered), n => n > entered);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(entered + 1, served.Host.Gate.Entered);
        served.Host.Gate.Closed = null;
        gate.SetResult();
        var answers = await Task.WhenAll(calls);

        Assert.Single(answers.Distinct());
        Assert.Equal(before + 1, await NotesAsync());
    }

    [Fact]
    public async Task FirstThatFailed_LeavesTheRequestIdFree()
    {
        var request = Calls.Create(purpose: "");
        var refusal = await Calls.RefusalAsync(served.Calls.Referrals.CreateReferralAsync(request, caller));
        Assert.Equal("FIELD_INVALID", refusal.Code);

        Assert.NotEmpty((await served.Calls.Referrals.CreateReferralAsync(Calls.Create(request.RequestId), caller)).ReferralId);
    }

    [Fact]
    public async Task SameRequestIdWithAnotherBody_IsRefused()
    {
        var request = Calls.Create();
        await served.Calls.Referrals.CreateReferralAsync(request, caller);
        var refusal = await Calls.RefusalAsync(served.Calls.Referrals.CreateReferralAsync(Calls.Create(request.RequestId, "別の相談"), caller));

        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task SameRequestIdOfAnotherCaller_IsAnotherRequest()
    {
        var request = Calls.Create();
        var mine = await served.Calls.Referrals.CreateReferralAsync(request, caller);
        var theirs = await served.Calls.Referrals.CreateReferralAsync(request, Calls.As(served.Issuer.Staff("s-2")));

        Assert.NotEqual(mine.ReferralId, theirs.ReferralId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not-a-uuid")]
    public async Task WriteWithoutARequestId_IsRefusedNamingTheField(string requestId)
    {
        var refusal = await Calls.RefusalAsync(served.Calls.Referrals.CreateReferralAsync(Calls.Create(requestId), caller));
        Assert.Equal((StatusCode.InvalidArgument, "FIELD_INVALID"), (refusal.Status, refusal.Code));
        Assert.Equal(["request_id"], refusal.Fields);
    }

    [Fact]
    public async Task StaleVersion_IsRefusedAndChangesNothing()
    {
        var created = await served.Calls.Referrals.CreateReferralAsync(Calls.Create(), caller);
        var changed = await served.Calls.Referrals.SendReferralAsync(Send(created), caller);
        var refusal = await Calls.RefusalAsync(served.Calls.Referrals.SendReferralAsync(Send(created), caller));

        Assert.NotEqual(created.Version, changed.Version);
        Assert.Equal((StatusCode.Aborted, "VERSION_STALE"), (refusal.Status, refusal.Code));
        Assert.Equal(2, await EventsAsync(created.ReferralId));
    }

    [Fact]
    public async Task TwoWritersAtTheSameTime_OneWinsAndTheOtherIsStale()
    {
        var created = await served.Calls.Referrals.CreateReferralAsync(Calls.Create(), caller);
        var entered = served.Host.Gate.Entered;
        var gate = served.Host.Gate.Closed = new TaskCompletionSource();
        var calls = Enumerable.Range(0, 2)
            .Select(_ => served.Calls.Referrals.SendReferralAsync(Send(created), caller).ResponseAsync).ToList();
        await Eventually.GetAsync(() => Task.FromResult(served.Host.Gate.Entered), n => n == entered + 2);
        served.Host.Gate.Closed = null;
        gate.SetResult();
        await Task.WhenAll(calls).ContinueWith(_ => { }, TaskScheduler.Default);

        var failed = Assert.Single(calls, call => call.IsFaulted);
        Assert.Equal(StatusCode.Aborted, Assert.IsType<RpcException>(failed.Exception!.InnerException).StatusCode);
        Assert.Equal(2, await EventsAsync(created.ReferralId));
    }

    [Fact]
    public async Task EventAddedWithoutSave_IsNotPublishedAndTheCallFails()
    {
        var created = await served.Calls.Referrals.CreateReferralAsync(Calls.Create(), caller);
        var refusal = await Calls.RefusalAsync(served.Calls.Referrals.AcceptReferralAsync(
            new() { RequestId = Guid.NewGuid().ToString(), ReferralId = created.ReferralId }, caller));

        Assert.Equal((StatusCode.Internal, "INTERNAL"), (refusal.Status, refusal.Code));
        Assert.Equal(1, await EventsAsync(created.ReferralId));
    }

    static SendReferralRequest Send(Referral read) =>
        new() { RequestId = Guid.NewGuid().ToString(), ReferralId = read.ReferralId, ExpectedVersion = read.Version };

    Task<long> NotesAsync() => Servers.QueryAsync<long>(served.Servers.Administrator, "select count(*) from notes")!;

    Task<long> EventsAsync(string aggregate) => Servers.QueryAsync<long>(
        served.Servers.Administrator, $"select count(*) from outbox_messages where aggregate_id = '{aggregate}'")!;
}
