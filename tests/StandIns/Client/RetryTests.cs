using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Tests.Echo.V1;
using Xunit;
using static Tsunagu.Tests.StandIns.Clients.ScriptedServer;

namespace Tsunagu.Tests.StandIns.Clients;

public sealed class RetryTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<MethodType> Kinds => [.. Enum.GetValues<MethodType>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task CallThatFailsTwice_SucceedsWithAllItsMessages(MethodType kind)
    {
        await using var server = await StartAsync(async (number, http) =>
        {
            if (number == 3)
            {
                await EchoAsync(http);
                return;
            }
            // The second attempt is broken off after its messages were read, the first one before.
            if (number == 2)
                await ReadAsync(http);
            await FailAsync(http, StatusCode.Unavailable);
        });
        using var channel = server.Open(Policies.ForAll(Policies.Retry()));
        string[] texts = ["い", "ろ", "は"];
        var (words, seen, attempts) = await new Echo.EchoClient(channel).SayAsync(kind, texts);
        Assert.Equal(kind is MethodType.ClientStreaming or MethodType.DuplexStreaming ? texts : texts[..1], words);
        Assert.Equal(("2", "2"), (seen, attempts));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task CallThatAlwaysFails_EndsAfterAllAttemptsWithTheLastStatus(MethodType kind)
    {
        var requests = 0;
        await using var server = await StartAsync((number, http) =>
        {
            requests = number;
            return FailAsync(http, StatusCode.Unavailable, ("grpc-message", $"{number}"), ("reason", "tired"));
        });
        using var channel = server.Open(Policies.ForAll(Policies.Retry(attempts: 3)));
        var failure = await Assert.ThrowsAsync<RpcException>(() => new Echo.EchoClient(channel).SayAsync(kind, ["a"]));
        Assert.Equal((StatusCode.Unavailable, "3", 3), (failure.StatusCode, failure.Status.Detail, requests));
        Assert.Equal("tired", failure.Trailers.GetValue("reason"));
    }

    [Theory]
    [InlineData(StatusCode.Internal, 1)]
    [InlineData(StatusCode.Aborted, 4)]
    [InlineData(StatusCode.Unavailable, 4)]
    public async Task OnlyCodesOfThePolicy_AreRetried(StatusCode code, int expected)
    {
        var (status, requests) = await CountAsync(Policies.ForAll(Policies.Retry(4, 5, StatusCode.Unavailable, StatusCode.Aborted)), (_, http) => FailAsync(http, code));
        Assert.Equal((code, expected), (status, requests));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(null, 7)]
    public async Task AttemptsOfAPolicy_AreLimitedByTheChannel(int? limit, int expected)
    {
        var options = Policies.ForAll(Policies.Retry(attempts: 7, firstMilliseconds: 1));
        options.MaxRetryAttempts = limit;
        var (_, requests) = await CountAsync(options, (_, http) => FailAsync(http, StatusCode.Unavailable));
        Assert.Equal(expected, requests);
    }

    [Fact]
    public async Task WithoutAPolicy_NothingIsRetried()
    {
        var (_, requests) = await CountAsync(new(), (_, http) => FailAsync(http, StatusCode.Unavailable));
        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task PolicyOfTheMethod_WinsOverThatOfTheServiceAndOfAll()
    {
        var options = Policies.ForAll(Policies.Retry(attempts: 2));
        options.ServiceConfig!.MethodConfigs.Add(new() { Names = { new() { Service = "tests.echo.v1.Echo" } }, RetryPolicy = Policies.Retry(attempts: 3) });
        options.ServiceConfig.MethodConfigs.Add(new() { Names = { new() { Service = "tests.echo.v1.Echo", Method = "Say" } }, RetryPolicy = Policies.Retry(attempts: 4) });
        options.ServiceConfig.MethodConfigs.Add(new() { Names = { new() { Service = "tests.echo.v1.Echo", Method = "Chat" } } });
        Assert.Equal(4, (await CountAsync(options, Fail, MethodType.Unary)).Requests);
        Assert.Equal(3, (await CountAsync(options, Fail, MethodType.ServerStreaming)).Requests);
        Assert.Equal(1, (await CountAsync(options, Fail, MethodType.DuplexStreaming)).Requests);

        static Task Fail(int number, Microsoft.AspNetCore.Http.HttpContext http) => FailAsync(http, StatusCode.Unavailable);
    }

    [Fact]
    public async Task ResponseHeaders_CommitTheCall()
    {
        var (status, requests) = await CountAsync(Policies.ForAll(Policies.Retry()), async (_, http) =>
        {
            await StartReplyAsync(http);
            End(http, StatusCode.Unavailable);
        });
        Assert.Equal((StatusCode.Unavailable, 1), (status, requests));
    }

    [Fact]
    public async Task FirstMessage_CommitsTheStream()
    {
        var requests = 0;
        await using var server = await StartAsync(async (number, http) =>
        {
            requests = number;
            await WriteAsync(http, new SayReply { Text = "1" });
            End(http, StatusCode.Unavailable);
        });
        using var channel = server.Open(Policies.ForAll(Policies.Retry()));
        using var call = new Echo.EchoClient(channel).Count(new SayRequest(), cancellationToken: Stop);
        Assert.True(await call.ResponseStream.MoveNext(Stop));
        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Stop))).StatusCode);
        Assert.Equal(1, requests);
    }

    [Theory]
    [InlineData("0", 2)]
    [InlineData("30", 2)]
    [InlineData("-1", 1)]
    [InlineData("soon", 1)]
    public async Task Pushback_SaysWhenOrThatThereIsNoOtherAttempt(string pushback, int expected)
    {
        // The policy alone would wait half an hour.
        var (_, requests) = await CountAsync(
            Policies.ForAll(Policies.Retry(attempts: 2, firstMilliseconds: 1_800_000)), (_, http) => FailAsync(http, StatusCode.Unavailable, ("grpc-retry-pushback-ms", pushback)));
        Assert.Equal(expected, requests);
    }

    [Fact]
    public async Task Pushback_IsWaitedFor()
    {
        var watch = Stopwatch.StartNew();
        await CountAsync(Policies.ForAll(Policies.Retry(attempts: 2, firstMilliseconds: 1)), (_, http) => FailAsync(http, StatusCode.Unavailable, ("grpc-retry-pushback-ms", "700")));
        Assert.InRange(watch.ElapsedMilliseconds, 690, 60_000);
    }

    [Fact]
    public async Task Throttling_EndsRetriesUntilCallsSucceed()
    {
        var requests = 0;
        var failing = true;
        await using var server = await StartAsync((number, http) =>
        {
            requests = number;
            return failing ? FailAsync(http, StatusCode.Unavailable) : EchoAsync(http);
        });
        // 4 tokens: with 2 or fewer nothing is retried.
        using var channel = server.Open(Policies.ForAll(Policies.Retry(attempts: 5, firstMilliseconds: 1), new RetryThrottlingPolicy { MaxTokens = 4, TokenRatio = 0.5 }));
        var client = new Echo.EchoClient(channel);
        await FailsAsync(client);
        Assert.Equal(2, requests);
        await FailsAsync(client);
        Assert.Equal(3, requests);
        failing = false;
        for (var call = 0; call < 6; call++)
            await client.SayAsync(new SayRequest(), cancellationToken: Stop);
        failing = true;
        await FailsAsync(client);
        Assert.Equal(11, requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CallLargerThanTheBuffer_IsNotRetriedButArrivesWhole(bool perCall)
    {
        var options = Policies.ForAll(Policies.Retry());
        options.MaxRetryBufferPerCallSize = perCall ? 1000 : null;
        options.MaxRetryBufferSize = perCall ? null : 1000;
        var requests = 0;
        await using var server = await StartAsync(async (number, http) =>
        {
            requests = number;
            if ((await ReadAllAsync(http)).Count == 3)
                await FailAsync(http, StatusCode.Unavailable, ("got", "3"));
        });
        using var channel = server.Open(options);
        var client = new Echo.EchoClient(channel);
        var long600 = new string('x', 600);
        var failure = await Assert.ThrowsAsync<RpcException>(() => client.SayAsync(MethodType.ClientStreaming, [long600, long600, long600]));
        Assert.Equal((StatusCode.Unavailable, 1, "3"), (failure.StatusCode, requests, failure.Trailers.GetValue("got")));
        // What the call took is free again.
        failure = await Assert.ThrowsAsync<RpcException>(() => client.SayAsync(MethodType.ClientStreaming, ["a", "b", long600]));
        Assert.Equal(5, requests);
    }

    [Fact]
    public async Task Deadline_EndsTheCallDuringThePause()
    {
        var (status, requests) = await CountAsync(
            Policies.ForAll(Policies.Retry(firstMilliseconds: 1_800_000)), (_, http) => FailAsync(http, StatusCode.Unavailable), MethodType.Unary, new(deadline: DateTime.UtcNow.AddSeconds(4)));
        Assert.Equal((StatusCode.DeadlineExceeded, 1), (status, requests));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cancellation_EndsTheCallDuringThePause(MethodType kind)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var (status, requests) = await CountAsync(Policies.ForAll(Policies.Retry(firstMilliseconds: 1_800_000)), async (_, http) =>
        {
            await FailAsync(http, StatusCode.Unavailable);
            source.CancelAfter(300);
        }, kind, new(cancellationToken: source.Token));
        Assert.Equal((StatusCode.Cancelled, 1), (status, requests));
    }

    [Fact]
    public async Task TimeLeft_IsToldToEachAttempt()
    {
        var told = new List<string>();
        await CountAsync(Policies.ForAll(Policies.Retry(attempts: 2, firstMilliseconds: 1500)), (_, http) =>
        {
            told.Add(http.Request.Headers["grpc-timeout"].ToString());
            return FailAsync(http, StatusCode.Unavailable);
        }, MethodType.Unary, new(deadline: DateTime.UtcNow.AddSeconds(60)));
        var left = told.Select(text => int.Parse(text[..^1], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.EndsWith("m", told[0], StringComparison.Ordinal);
        Assert.InRange(left[0] - left[1], 1100, 60_000);
    }

    [Fact]
    public async Task NobodyListening_IsRetriedUntilSomeoneIs()
    {
        int port;
        await using (var gone = await StartAsync((_, http) => EchoAsync(http)))
            port = gone.Port;
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}", Policies.ForAll(Policies.Retry(attempts: 5, firstMilliseconds: 1000)));
        var call = new Echo.EchoClient(channel).SayAsync(MethodType.ClientStreaming, ["a", "b"]);
        await Task.Delay(200, Stop);
        await using var server = await StartAsync((_, http) => EchoAsync(http), port);
        Assert.Equal(["a", "b"], (await call).Words);
    }

    [Theory]
    [InlineData(1, 10, 10, 1)]
    [InlineData(2, 0, 10, 1)]
    [InlineData(2, 10, 0, 1)]
    [InlineData(2, 10, 10, 0)]
    public void PolicyThatMakesNoSense_IsRefusedByTheChannel(int attempts, int first, int most, double growth)
    {
        var policy = new RetryPolicy
        {
            MaxAttempts = attempts,
            InitialBackoff = TimeSpan.FromMilliseconds(first),
            MaxBackoff = TimeSpan.FromMilliseconds(most),
            BackoffMultiplier = growth,
            RetryableStatusCodes = { StatusCode.Unavailable },
        };
        Assert.Throws<InvalidOperationException>(() => GrpcChannel.ForAddress("http://localhost", Policies.ForAll(policy)));
    }

    [Fact]
    public void PolicyWithoutCodes_OrNamedTwice_IsRefusedByTheChannel()
    {
        var none = Policies.Retry();
        none.RetryableStatusCodes.Clear();
        Assert.Throws<InvalidOperationException>(() => GrpcChannel.ForAddress("http://localhost", Policies.ForAll(none)));
        var twice = Policies.ForAll(Policies.Retry());
        twice.ServiceConfig!.MethodConfigs.Add(new() { Names = { MethodName.Default } });
        Assert.Throws<InvalidOperationException>(() => GrpcChannel.ForAddress("http://localhost", twice));
        Assert.Throws<InvalidOperationException>(() => GrpcChannel.ForAddress("http://localhost", Policies.ForAll(Policies.Retry(), new RetryThrottlingPolicy { MaxTokens = 3 })));
    }

    static async Task FailsAsync(Echo.EchoClient client) =>
        await Assert.ThrowsAsync<RpcException>(async () => await client.SayAsync(new SayRequest(), cancellationToken: Stop));

    static async Task<(StatusCode Status, int Requests)> CountAsync(
        GrpcChannelOptions options, Func<int, Microsoft.AspNetCore.Http.HttpContext, Task> answer, MethodType kind = MethodType.Unary, CallOptions call = default)
    {
        var requests = 0;
        await using var server = await StartAsync((number, http) =>
        {
            requests = number;
            return answer(number, http);
        });
        using var channel = server.Open(options);
        var failure = await Assert.ThrowsAsync<RpcException>(() => new Echo.EchoClient(channel).SayAsync(kind, ["a"], call));
        return (failure.StatusCode, requests);
    }
}
