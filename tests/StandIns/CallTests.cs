using Grpc.Core;
using Tests.Echo.V1;
using Xunit;

namespace Tsunagu.Tests.StandIns;

public sealed class CallTests : IAsyncLifetime
{
    EchoHost host = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await EchoHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Unary_AnswersWithTheMessage()
    {
        var reply = await host.Client.SayAsync(new SayRequest { Text = "こんにちは" }, cancellationToken: Stop);
        Assert.Equal("こんにちは", reply.Text);
    }

    [Fact]
    public void BlockingUnary_AnswersWithTheMessage() =>
        Assert.Equal("a", host.Client.Say(new SayRequest { Text = "a" }, cancellationToken: Stop).Text);

    [Fact]
    public async Task ClientStreaming_CollectsEveryMessageInOrder()
    {
        using var call = host.Client.Collect(cancellationToken: Stop);
        for (var number = 0; number < 100; number++)
            await call.RequestStream.WriteAsync(new SayRequest { Text = $"{number}", Number = 1 }, Stop);
        await call.RequestStream.CompleteAsync();
        var reply = await call;
        Assert.Equal(Enumerable.Range(0, 100).Select(number => $"{number}"), reply.Words);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task ServerStreaming_GivesEveryMessageInOrder()
    {
        using var call = host.Client.Count(new SayRequest { Number = 1000 }, cancellationToken: Stop);
        Assert.Equal(Enumerable.Range(1, 1000), await call.ResponseStream.ReadAllAsync(Stop).Select(reply => reply.Number).ToListAsync(Stop));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Duplex_AnswersEachMessageBeforeTheNextIsSent()
    {
        using var call = host.Client.Chat(cancellationToken: Stop);
        for (var number = 0; number < 50; number++)
        {
            await call.RequestStream.WriteAsync(new SayRequest { Number = number }, Stop);
            Assert.True(await call.ResponseStream.MoveNext(Stop));
            Assert.Equal(number, call.ResponseStream.Current.Number);
        }
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(Stop));
    }

    [Fact]
    public async Task Failure_CarriesCodeUnicodeMessageAndTrailers()
    {
        const string Text = "\t改行\r\n100% 「つなぐ」\u00e9 😀";
        using var call = host.Client.SayAsync(new SayRequest { Act = "fail", Number = (int)StatusCode.FailedPrecondition, Text = Text }, cancellationToken: Stop);
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(new Status(StatusCode.FailedPrecondition, Text), failure.Status);
        Assert.Equal("asked", failure.Trailers.GetValue("reason"));
        Assert.Equal([1, 2, 255], failure.Trailers.GetValueBytes("proof-bin"));
        Assert.Equal(failure.Status, call.GetStatus());
    }

    [Fact]
    public async Task FailureAfterMessages_GivesTheMessagesThenTheStatus()
    {
        using var call = host.Client.Count(new SayRequest { Number = 3, Act = "throw" }, cancellationToken: Stop);
        for (var number = 0; number < 3; number++)
            Assert.True(await call.ResponseStream.MoveNext(Stop));
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Stop));
        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.DoesNotContain("secret", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_TravelsBothWays()
    {
        using var call = host.Client.SayAsync(
            new SayRequest { Act = "headers" }, new Metadata { { "plain", "value" }, { "bytes-bin", [0, 200] }, { "twice", "1" }, { "twice", "2" } }, cancellationToken: Stop);
        Assert.Equal("yes", (await call.ResponseHeadersAsync).GetValue("early"));
        await call;
        var trailers = call.GetTrailers();
        Assert.Equal("value", trailers.GetValue("got-plain"));
        Assert.Equal([0, 200], trailers.GetValueBytes("got-bytes-bin"));
        // HTTP lets a sender join repeated headers with commas, and SocketsHttpHandler does.
        Assert.Equal("1, 2", string.Join(", ", trailers.GetAll("got-twice").Select(entry => entry.Value)));
    }

    [Fact]
    public async Task EarlyAnswerOfServer_EndsTheClientStreamWithItsStatus()
    {
        using var call = host.Client.Collect(cancellationToken: Stop);
        await call.RequestStream.WriteAsync(new SayRequest { Act = "fail", Number = (int)StatusCode.Aborted, Text = "stop" }, Stop);
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Aborted, failure.StatusCode);
        var late = await Assert.ThrowsAsync<RpcException>(() => call.RequestStream.WriteAsync(new SayRequest(), Stop));
        Assert.Equal(StatusCode.Aborted, late.StatusCode);
    }
}
