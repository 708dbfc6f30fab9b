using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Tests.Echo.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.StandIns.Web;

/// <summary>Calls in both forms, over both versions of HTTP, before the service itself and before a proxy.</summary>
public sealed class WebCallTests
{
    public static TheoryData<WebForm, int, bool> Ways => new(
        from form in Enum.GetValues<WebForm>()
        from version in new[] { 1, 2 }
        from proxied in new[] { false, true }
        select (form, version, proxied));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task UnaryCall_IsAnsweredWithMessageAndTrailers(WebForm form, int version, bool proxied)
    {
        await using var host = await WebHost.StartAsync(proxied);
        using var caller = new WebCaller(host, form, version);

        var answer = await caller.CallAsync("Say", Ct, new SayRequest { Text = "つなぐ", Number = 7 });

        Assert.Equal(200, answer.HttpStatus);
        Assert.Equal(form == WebForm.Text ? "application/grpc-web-text" : "application/grpc-web", answer.ContentType);
        var reply = Assert.Single(answer.Messages);
        Assert.Equal(("つなぐ", 7), (reply.Text, reply.Number));
        Assert.Equal("0", answer.Trailers!["grpc-status"]);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ServerStream_HasItsMessagesInOrderAndThenTrailers(WebForm form, int version, bool proxied)
    {
        await using var host = await WebHost.StartAsync(proxied);
        using var caller = new WebCaller(host, form, version);

        var answer = await caller.CallAsync("Count", Ct, new SayRequest { Number = 50, Text = "a" });

        Assert.Equal(Enumerable.Range(1, 50), answer.Messages.Select(m => m.Number));
        Assert.Equal(StatusCode.OK, answer.Status);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task RefusalBeforeAnyMessage_IsTrailersOnly(WebForm form, int version, bool proxied)
    {
        await using var host = await WebHost.StartAsync(proxied);
        using var caller = new WebCaller(host, form, version);

        var answer = await caller.CallAsync("Say", Ct, new SayRequest { Act = "fail", Number = (int)StatusCode.FailedPrecondition, Text = "状態が違います" });

        Assert.Null(answer.Trailers);
        Assert.Empty(answer.Messages);
        Assert.Equal((StatusCode.FailedPrecondition, "状態が違います"), (answer.Status, answer.Detail));
        Assert.Equal(("asked", "AQL/"), (answer.Headers["reason"], answer.Headers["proof-bin"]));
        Assert.StartsWith("application/grpc-web", answer.ContentType, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task RefusalAfterMessages_StandsInTheTrailers(WebForm form, int version, bool proxied)
    {
        await using var host = await WebHost.StartAsync(proxied);
        using var caller = new WebCaller(host, form, version);

        var answer = await caller.CallAsync("Count", Ct, new SayRequest { Number = 3, Act = "fail", Text = "3" });

        Assert.Equal(3, answer.Messages.Count);
        Assert.Equal((StatusCode.InvalidArgument, "3"), (answer.Status, answer.Detail));
        Assert.Equal("AQL/", answer.Trailers!["proof-bin"]);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task LargeMessages_PassWhole(WebForm form, int version, bool proxied)
    {
        await using var host = await WebHost.StartAsync(proxied);
        using var caller = new WebCaller(host, form, version);
        var data = new byte[3_000_001];
        Seed.NewRandom().NextBytes(data);

        var answer = await caller.CallAsync("Say", Ct, new SayRequest { Data = Google.Protobuf.ByteString.CopyFrom(data) });

        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.Equal(data, answer.Messages[0].Request.Data.ToByteArray());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task MetadataTravelsBothWays(WebForm form, int version, bool proxied)
    {
        await using var host = await WebHost.StartAsync(proxied);
        using var caller = new WebCaller(host, form, version);

        var answer = await caller.CallAsync("Say", RawCall.Frame(new SayRequest { Act = "headers" }), Ct, ("word", "one"), ("proof-bin", "AQL/"));

        Assert.Equal("yes", answer.Headers["early"]);
        Assert.Equal(("one", "AQL/"), (answer.Trailers!["got-word"], answer.Trailers["got-proof-bin"]));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Deadline_EndsTheCallInTrailers(WebForm form, int version, bool proxied)
    {
        await using var host = await WebHost.StartAsync(proxied);
        using var caller = new WebCaller(host, form, version);

        var answer = await caller.CallAsync("Count", RawCall.Frame(new SayRequest { Number = 2, Act = "wait" }), Ct, ("grpc-timeout", "400m"));

        Assert.Equal(2, answer.Messages.Count);
        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
    }

    [Theory]
    [InlineData(WebForm.Binary, 1)]
    [InlineData(WebForm.Text, 1)]
    [InlineData(WebForm.Binary, 2)]
    [InlineData(WebForm.Text, 2)]
    public async Task ClientStream_IsReadToItsEnd(WebForm form, int version)
    {
        await using var host = await WebHost.StartAsync();
        using var caller = new WebCaller(host, form, version);

        var answer = await caller.CallAsync("Collect", Ct, [.. Enumerable.Range(1, 9).Select(n => new SayRequest { Text = n.ToString(CultureInfo.InvariantCulture), Number = n })]);

        Assert.Equal(45, Assert.Single(answer.Messages).Number);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task DuplexCall_IsAnsweredMessageByMessage(WebForm form, int version, bool proxied)
    {
        await using var host = await WebHost.StartAsync(proxied);
        using var caller = new WebCaller(host, form, version);

        var answer = await caller.CallAsync("Chat", Ct, new SayRequest { Text = "a" }, new SayRequest { Text = "b" });

        Assert.Equal(["a", "b"], answer.Messages.Select(m => m.Text));
        Assert.Equal(StatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CallsAtOnce_KeepApart(bool proxied)
    {
        await using var host = await WebHost.StartAsync(proxied);
        WebCaller[] callers = [new(host), new(host, WebForm.Text), new(host, version: 2), new(host, WebForm.Text, version: 2)];

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async call =>
        {
            var data = new byte[call * 401 % 50_000];
            new Random(call).NextBytes(data);
            var answer = await callers[call % callers.Length].CallAsync("Say", Ct, new SayRequest { Number = call, Data = Google.Protobuf.ByteString.CopyFrom(data) });
            Assert.Equal((StatusCode.OK, call), (answer.Status, answer.Messages[0].Number));
            Assert.Equal(data, answer.Messages[0].Request.Data.ToByteArray());
        }));

        foreach (var caller in callers)
            caller.Dispose();
    }

    [Fact]
    public async Task CallsOneAfterAnother_ShareAConnection()
    {
        HashSet<string> connections = [];
        await using var host = await WebHost.StartAsync(before: app => app.Use((http, next) =>
        {
            connections.Add(http.Connection.Id);
            return next(http);
        }));
        using var caller = new WebCaller(host);

        for (var call = 0; call < 5; call++)
            Assert.Equal(StatusCode.OK, (await caller.CallAsync("Say", Ct, new SayRequest())).Status);

        Assert.Single(connections);
    }

    [Theory]
    [InlineData("Say", "throw", StatusCode.Unknown)]
    [InlineData("Nothing", "", StatusCode.Unimplemented)]
    public async Task FailureOfTheServer_HasAStatusInTheForm(string method, string act, StatusCode expected)
    {
        await using var host = await WebHost.StartAsync();
        using var caller = new WebCaller(host);

        var answer = await caller.CallAsync(method, Ct, new SayRequest { Act = act });

        Assert.Equal((200, expected), (answer.HttpStatus, answer.Status));
        Assert.Equal("application/grpc-web", answer.ContentType);
    }

    [Theory]
    [InlineData(WebForm.Binary)]
    [InlineData(WebForm.Text)]
    public async Task MessageAboveTheLimit_IsResourceExhausted(WebForm form)
    {
        await using var host = await WebHost.StartAsync();
        using var caller = new WebCaller(host, form);

        var answer = await caller.CallAsync("Say", RawCall.Frame(new byte[4 << 20]), Ct);
        var above = await caller.CallAsync("Say", RawCall.Frame(new byte[(4 << 20) + 1]), Ct);

        Assert.NotEqual(StatusCode.ResourceExhausted, answer.Status);
        Assert.Equal(StatusCode.ResourceExhausted, above.Status);
    }
}
