using System.Net;
using System.Net.Sockets;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Contracts.Referrals.V1;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

[Collection(SharedGateway.Name)]
public sealed class GrpcWebTests(GatewayFixture gateway)
{
    const string Referrals = "/tsunagu.referral.v1.ReferralService/";
    const string Watch = "/tsunagu.notification.v1.NotificationService/WatchInbox";

    public static TheoryData<bool> Forms => [false, true];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task UnaryCall_IsAnsweredByTheService_OnEitherPort(bool text, bool http2)
    {
        var address = new Uri($"http://127.0.0.1:{(http2 ? gateway.GrpcPort : gateway.HttpPort)}");
        using var request = WebCalls.Request(
            address, Referrals + "CreateReferral", WebCalls.Frame(new CreateReferralRequest { ToAgencyId = "shakyo" }), text, await gateway.TokenAsync("s-1"));
        request.Version = http2 ? HttpVersion.Version20 : HttpVersion.Version11;

        var answer = await WebCalls.SendAsync(request, Ct);

        Assert.Equal((HttpStatusCode.OK, text ? "application/grpc-web-text" : "application/grpc-web"), (answer.Http, answer.MediaType));
        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.Equal("shakyo", Referral.Parser.ParseFrom(Assert.Single(answer.Messages)).ToAgencyId);
        Assert.Equal("nosniff", answer.Headers["x-content-type-options"]);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Refusal_KeepsItsStatusAndDetails(bool text)
    {
        var answer = await CallAsync("SendReferral", new SendReferralRequest { ReferralId = "wrong-state" }, text);

        Assert.Equal((StatusCode.FailedPrecondition, "この状態では送付できません。", "REFERRAL_WRONG_STATE"), (answer.Status, answer.Detail, answer.Reason));
    }

    [Theory]
    [InlineData("", "TOKEN_MISSING")]
    [InlineData("x.y.z", "TOKEN_INVALID")]
    public async Task CallWithoutAValidToken_IsUnauthenticated(string token, string reason)
    {
        using var request = WebCalls.Request(
            gateway.Address, Referrals + "GetReferral", WebCalls.Frame(new GetReferralRequest()), text: true, token.Length > 0 ? token : null);

        var answer = await WebCalls.SendAsync(request, Ct);

        Assert.Equal((HttpStatusCode.OK, "application/grpc-web-text"), (answer.Http, answer.MediaType));
        Assert.Equal((StatusCode.Unauthenticated, reason), (answer.Status, answer.Reason));
    }

    [Theory]
    [InlineData("/tsunagu.none.v1.NoneService/Nothing")]
    [InlineData(Referrals + "Nothing")]
    [InlineData("/v1/inbox")]
    public async Task UnknownMethod_IsUnimplemented(string method)
    {
        using var request = WebCalls.Request(gateway.Address, method, WebCalls.Frame(new GetReferralRequest()), text: false, await gateway.TokenAsync("s-1"));

        var answer = await WebCalls.SendAsync(request, Ct);

        Assert.Equal((HttpStatusCode.OK, StatusCode.Unimplemented, "application/grpc-web"), (answer.Http, answer.Status, answer.MediaType));
    }

    [Fact]
    public async Task RequestThatIsNoPost_HasAStatusInTheForm()
    {
        using var request = WebCalls.Request(gateway.Address, Referrals + "GetReferral", [], text: false, await gateway.TokenAsync("s-1"));
        request.Method = HttpMethod.Put;

        var answer = await WebCalls.SendAsync(request, Ct);

        Assert.Equal((StatusCode.Unimplemented, "application/grpc-web"), (answer.Status, answer.MediaType));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task MessageUpToTheLimit_IsTaken_AndOneAboveIsResourceExhausted(bool text)
    {
        var most = Sized(4 << 20);
        var above = Sized((4 << 20) + 1);

        var taken = await CallAsync("CreateReferral", most, text);
        Assert.True(taken.Status == StatusCode.OK, taken.Detail);
        Assert.Equal(StatusCode.ResourceExhausted, (await CallAsync("CreateReferral", above, text)).Status);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task MessageOfUnknownLengthAboveTheLimit_IsResourceExhausted(bool text)
    {
        using var request = WebCalls.Request(
            gateway.Address, Referrals + "CreateReferral", WebCalls.Frame(Sized((4 << 20) + 1)), text, await gateway.TokenAsync("s-1"));
        request.Headers.TransferEncodingChunked = true;

        Assert.Equal(StatusCode.ResourceExhausted, (await WebCalls.SendAsync(request, Ct)).Status);
    }

    [Theory]
    [InlineData("!!!!", false)]
    [InlineData("AAAAAAA", false)]
    [InlineData("AAAA!!!!", true)]
    public async Task TextThatIsNoBase64_IsInvalid(string body, bool chunked)
    {
        using var request = WebCalls.Request(gateway.Address, Referrals + "GetReferral", [], text: true, await gateway.TokenAsync("s-1"));
        request.Content = new StringContent(body);
        request.Headers.TransferEncodingChunked = chunked;
        request.Content.Headers.Remove("content-type");
        request.Content.Headers.TryAddWithoutValidation("content-type", "application/grpc-web-text");

        var answer = await WebCalls.SendAsync(request, Ct);

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_ARGUMENT"), (answer.Status, answer.Reason));
    }

    [Fact]
    public async Task Preflight_IsAnsweredForAllowedOriginsAlone()
    {
        using var allowed = await PreflightAsync($"http://127.0.0.1:{gateway.PagePort}");
        using var other = await PreflightAsync("https://other.example");

        Assert.Equal([$"http://127.0.0.1:{gateway.PagePort}"], allowed.Headers.GetValues("access-control-allow-origin"));
        Assert.Equal(["600"], allowed.Headers.GetValues("access-control-max-age"));
        Assert.Contains("authorization", allowed.Headers.GetValues("access-control-allow-headers").Single(), StringComparison.Ordinal);
        Assert.False(allowed.Headers.Contains("access-control-allow-credentials"));
        Assert.False(other.Headers.Contains("access-control-allow-origin"));
    }

    [Fact]
    public async Task BodyThatTrickles_IsTurnedAwayWithAStatus()
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", gateway.HttpPort, Ct);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {Referrals}CreateReferral HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer {await gateway.TokenAsync("s-1")}\r\nContent-Type: application/grpc-web+proto\r\nContent-Length: 100000\r\n\r\n\0"), Ct);

        var answer = await new StreamReader(stream).ReadToEndAsync(Ct).WaitAsync(TimeSpan.FromSeconds(40), Ct);

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("grpc-status: 4", answer, StringComparison.OrdinalIgnoreCase);
        // The sender was too slow, and not the service.
        Assert.Contains($"grpc-message: {Uri.EscapeDataString("リクエストの受信に時間がかかりすぎた")}", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("application/grpc-web", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SilentService_IsDeadlineExceeded() =>
        Assert.Equal(StatusCode.DeadlineExceeded, (await CallAsync("ListReferrals", new ListReferralsRequest(), text: false)).Status);

    [Fact]
    public async Task ClientStream_IsReadToItsEnd()
    {
        byte[] body =
        [
            .. WebCalls.Frame(new ImportFeedRequest { FeedId = "web", RequestId = "r", FileName = "a.csv" }),
            .. WebCalls.Frame(new ImportFeedRequest { Chunk = ByteString.CopyFromUtf8("abc") }),
            .. WebCalls.Frame(new ImportFeedRequest { Chunk = ByteString.CopyFromUtf8("de") }),
        ];
        using var request = WebCalls.Request(gateway.Address, "/tsunagu.household.v1.HouseholdService/ImportFeed", body, text: true, await gateway.TokenAsync("s-2"));

        var answer = await WebCalls.SendAsync(request, Ct);

        Assert.True(answer.Status == StatusCode.OK, answer.Detail);
        Assert.Equal(5, Import.Parser.ParseFrom(answer.Messages[0]).Bytes);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task ServerStream_ArrivesMessageByMessage_AndEndsAtTheServiceWhenItsReaderLeaves(bool text)
    {
        // Below the first cursor: one that no other test begins with.
        var after = text ? "-2" : "-3";
        var ended = gateway.Journal.WatchAfter(after).Task;
        using var client = new HttpClient();
        using var request = WebCalls.Request(gateway.Address, Watch, WebCalls.Frame(new WatchInboxRequest { After = after }), text, await gateway.TokenAsync("s-1"));
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
        var first = text ? "-1" : "-2";
        var expected = WebCalls.Frame(new InboxItem { ItemId = $"item-{first}", Cursor = first, Title = "つなぐシートが届きました" });
        var stream = await answer.Content.ReadAsStreamAsync(Ct);
        var bytes = new List<byte>();
        for (var piece = new byte[text ? 4 : 1]; bytes.Count < expected.Length; bytes.AddRange(text ? WebCalls.Decode(piece) : piece))
            await stream.ReadExactlyAsync(piece, Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Ct);
        Assert.Equal(expected, bytes.Take(expected.Length));
        Assert.False(ended.IsCompleted);
        answer.Dispose();

        await ended.WaitAsync(TimeSpan.FromSeconds(60), Ct);
    }

    [Fact]
    public async Task StreamThatTheServiceBreaks_HasItsStatusInTheTrailers()
    {
        using var request = WebCalls.Request(
            gateway.Address, Watch, WebCalls.Frame(new WatchInboxRequest { After = $"{SampleNotifications.BreakingCursor}" }), text: true, await gateway.TokenAsync("s-1"));

        var answer = await WebCalls.SendAsync(request, Ct);

        Assert.Equal((StatusCode.Unavailable, "INBOX_UNAVAILABLE"), (answer.Status, answer.Reason));
    }

    async Task<HttpResponseMessage> PreflightAsync(string origin)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(gateway.Address, Referrals + "GetReferral"));
        request.Headers.Add("origin", origin);
        request.Headers.Add("access-control-request-method", "POST");
        request.Headers.Add("access-control-request-headers", "authorization,content-type,x-grpc-web");
        return await client.SendAsync(request, Ct);
    }

    // A message whose bytes are as many as asked for.
    static CreateReferralRequest Sized(int bytes)
    {
        var request = new CreateReferralRequest { Content = new SheetContent { Purpose = new string('a', bytes - 16) } };
        request.Content.Purpose += new string('a', bytes - request.CalculateSize());
        Assert.Equal(bytes, request.CalculateSize());
        return request;
    }

    async Task<WebAnswer> CallAsync(string method, IMessage message, bool text)
    {
        using var request = WebCalls.Request(gateway.Address, Referrals + method, WebCalls.Frame(message), text, await gateway.TokenAsync("s-1"));
        var answer = await WebCalls.SendAsync(request, Ct);
        Assert.Equal((HttpStatusCode.OK, text ? "application/grpc-web-text" : "application/grpc-web"), (answer.Http, answer.MediaType));
        return answer;
    }
}
