using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.ServiceDefaults.Errors;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

/// <summary>Streams are admitted and answered by the same rules as single calls.</summary>
public sealed class StreamAccessTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task ServerStream_WithoutToken_IsRefusedBeforeItsFirstItem()
    {
        using var call = Inbox.WatchInbox(new(), Calls.As(null));
        Assert.Equal("TOKEN_MISSING", await ReasonAsync(() => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task ServerStream_OfARoleNotPermitted_IsRefused()
    {
        using var call = Inbox.WatchInbox(new(), Calls.As(served.Issuer.Staff(role: "planner")));
        Assert.Equal("ROLE_NOT_PERMITTED", await ReasonAsync(() => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task ServerStream_GivesItsItemsAndThenTheRefusalOfItsHandler()
    {
        using var call = Inbox.WatchInbox(new(), Calls.As(served.Issuer.Staff()));
        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal("s-1", call.ResponseStream.Current.Cursor);
        Assert.Equal("INBOX_TOO_LONG", await ReasonAsync(() => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task ClientStream_WithoutToken_IsRefused()
    {
        using var call = Feeds.ImportFeed(Calls.As(null));
        Assert.Equal("TOKEN_MISSING", await ReasonAsync(() => call.ResponseAsync));
    }

    [Fact]
    public async Task ClientStream_OfAnAdministrator_IsTaken()
    {
        using var call = Feeds.ImportFeed(Calls.As(served.Issuer.Staff(role: "administrator")));
        await call.RequestStream.WriteAsync(new ImportFeedRequest { FeedId = "residents" }, TestContext.Current.CancellationToken);
        await call.RequestStream.CompleteAsync();
        Assert.Equal("s-1", (await call).ImportId);
    }

    [Fact]
    public async Task StreamBothWays_WithoutToken_IsRefused()
    {
        using var call = Talk(Calls.As(null, deadline: DateTime.UtcNow.AddSeconds(10)));
        Assert.Equal("TOKEN_MISSING", await ReasonAsync(() => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task StreamBothWays_OfAPermittedRole_IsTaken()
    {
        using var call = Talk(Calls.As(served.Issuer.Staff()));
        await call.RequestStream.WriteAsync(new Empty(), TestContext.Current.CancellationToken);
        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
    }

    AsyncDuplexStreamingCall<Empty, Empty> Talk(CallOptions options) =>
        served.Calls.Channel.CreateCallInvoker().AsyncDuplexStreamingCall(TalkService.Talk, null, options);

    NotificationService.NotificationServiceClient Inbox => new(served.Calls.Channel);

    HouseholdService.HouseholdServiceClient Feeds => new(served.Calls.Channel);

    static async Task<string> ReasonAsync(Func<Task> call)
    {
        var e = await Assert.ThrowsAsync<RpcException>(call);
        var status = Google.Rpc.Status.Parser.ParseFrom(e.Trailers.GetValueBytes("grpc-status-details-bin"));
        return ErrorReason.Of(status.Details.First(detail => detail.Is(ErrorInfo.Descriptor)).Unpack<ErrorInfo>());
    }
}
