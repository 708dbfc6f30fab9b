using Grpc.Core;
using Grpc.Net.Client;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

[Collection(SharedGateway.Name)]
public sealed class GrpcTests(GatewayFixture gateway)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task UnaryCall_IsAnsweredByTheService()
    {
        using var channel = Channel();

        var referral = await new ReferralService.ReferralServiceClient(channel)
            .CreateReferralAsync(new CreateReferralRequest { ToAgencyId = "shakyo" }, await HeadersAsync(), cancellationToken: Ct);

        Assert.Equal("shakyo", referral.ToAgencyId);
    }

    [Fact]
    public async Task ServerStream_ArrivesMessageByMessage()
    {
        using var channel = Channel();
        using var call = new NotificationService.NotificationServiceClient(channel).WatchInbox(new WatchInboxRequest(), await HeadersAsync(), cancellationToken: Ct);

        for (var i = 1; i <= 3; i++)
        {
            Assert.True(await call.ResponseStream.MoveNext(Ct));
            Assert.Equal($"{i}", call.ResponseStream.Current.Cursor);
        }
    }

    [Fact]
    public async Task Refusal_KeepsItsStatusAndDetails()
    {
        using var channel = Channel();

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await new ReferralService.ReferralServiceClient(channel)
            .SendReferralAsync(new SendReferralRequest { ReferralId = "wrong-state" }, await HeadersAsync(), cancellationToken: Ct));

        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Equal("この状態では送付できません。", refused.Status.Detail);
        Assert.Equal("REFERRAL_WRONG_STATE", RefusedCall.Of(refused).Code);
    }

    [Fact]
    public async Task CallWithoutToken_IsUnauthenticated()
    {
        using var channel = Channel();

        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await new ReferralService.ReferralServiceClient(channel).GetReferralAsync(new GetReferralRequest(), cancellationToken: Ct));

        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
        Assert.Equal("ログインしてください。", refused.Status.Detail);
    }

    [Fact]
    public async Task UnknownMethod_IsUnimplemented()
    {
        using var channel = Channel();
        var marshaller = Marshallers.Create(_ => [], _ => "");
        var method = new Method<string, string>(MethodType.Unary, "tsunagu.none.v1.NoneService", "Nothing", marshaller, marshaller);

        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await channel.CreateCallInvoker().AsyncUnaryCall(method, null, new CallOptions(await HeadersAsync(), cancellationToken: Ct), ""));

        Assert.Equal(StatusCode.Unimplemented, refused.StatusCode);
    }

    [Fact]
    public async Task MessageAboveTheLimit_IsResourceExhausted()
    {
        using var channel = Channel();
        var request = new CreateReferralRequest { Content = new SheetContent { Purpose = new string('a', 5 << 20) } };

        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await new ReferralService.ReferralServiceClient(channel).CreateReferralAsync(request, await HeadersAsync(), cancellationToken: Ct));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
    }

    GrpcChannel Channel() => GrpcChannel.ForAddress($"http://127.0.0.1:{gateway.GrpcPort}");

    async Task<Metadata> HeadersAsync() => new() { { "authorization", $"Bearer {await gateway.TokenAsync("s-1")}" } };
}
