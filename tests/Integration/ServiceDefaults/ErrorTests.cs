using Grpc.Core;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

public sealed class ErrorTests(Served served) : IClassFixture<Served>
{
    readonly CallOptions caller = Calls.As(served.Issuer.Staff());

    [Fact]
    public async Task Refusal_TellsItsCodeAndItsJapaneseDetail()
    {
        var refusal = await Calls.RefusalAsync(served.Calls.Referrals.ReturnReferralAsync(new() { RequestId = Guid.NewGuid().ToString() }, caller));
        Assert.Equal((StatusCode.FailedPrecondition, "REFERRAL_WRONG_STATE", "受領した紹介だけを差し戻せます。"), (refusal.Status, refusal.Code, refusal.Detail));
    }

    [Fact]
    public async Task UnknownException_TellsNothingOfItself()
    {
        var call = served.Calls.Referrals.DeclineReferralAsync(new() { Reason = "山田太郎" }, caller);
        var e = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal((StatusCode.Internal, "システムエラーが発生しました。"), (e.StatusCode, e.Status.Detail));
        var told = e + string.Concat(e.Trailers.Select(entry => entry.IsBinary ? System.Text.Encoding.UTF8.GetString(entry.ValueBytes) : entry.Value));
        Assert.DoesNotContain("山田", told, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", told, StringComparison.Ordinal);
        Assert.DoesNotContain("ProbeRpc", string.Concat(e.Trailers.Select(entry => entry.IsBinary ? "" : entry.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeadlineThatPasses_IsDeadlineExceeded()
    {
        var call = served.Calls.Referrals.CompleteReferralAsync(
            new(), Calls.As(served.Issuer.Staff(), deadline: DateTime.UtcNow.AddMilliseconds(300)));
        Assert.Equal(StatusCode.DeadlineExceeded, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).StatusCode);
    }

    [Fact]
    public async Task RowOfAnotherAgency_IsAnsweredLikeAnAbsentOne()
    {
        var created = await served.Calls.Referrals.CreateReferralAsync(Calls.Create(), caller);
        var foreign = Calls.As(served.Issuer.Staff("s-9", "housing"));
        var theirs = await Calls.RefusalAsync(served.Calls.Referrals.GetReferralAsync(new() { ReferralId = created.ReferralId }, foreign));
        var absent = await Calls.RefusalAsync(served.Calls.Referrals.GetReferralAsync(new() { ReferralId = Guid.NewGuid().ToString() }, foreign));

        Assert.Equal(StatusCode.NotFound, theirs.Status);
        Assert.Equal((absent.Status, absent.Code, absent.Detail), (theirs.Status, theirs.Code, theirs.Detail));
    }

    [Fact]
    public async Task MethodThatTheServiceDoesNotOffer_IsUnimplementedInJapanese()
    {
        var refusal = await Calls.RefusalAsync(served.Calls.Referrals.ListReferralEventsAsync(new(), caller));
        Assert.Equal((StatusCode.Unimplemented, "UNIMPLEMENTED"), (refusal.Status, refusal.Code));
    }
}
