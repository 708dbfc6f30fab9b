using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Tests.Echo.V1;
using Xunit;

namespace Tsunagu.Tests.StandIns;

public sealed class DeadlineTests : IAsyncLifetime
{
    EchoHost host = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static DateTime Soon => DateTime.UtcNow.AddMilliseconds(150);

    public async ValueTask InitializeAsync() => host = await EchoHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("wait")]
    [InlineData("hang")]
    public async Task Deadline_EndsTheCallOfTheClient(string act)
    {
        var watch = Stopwatch.StartNew();
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Client.SayAsync(new SayRequest { Act = act }, deadline: Soon, cancellationToken: Stop));
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        Assert.InRange(watch.ElapsedMilliseconds, 100, 5500);
    }

    [Theory]
    [InlineData("wait", "Say")]
    [InlineData("hang", "Say")]
    [InlineData("wait", "Count")]
    [InlineData("hang", "Count")]
    [InlineData("wait", "Collect")]
    [InlineData("hang", "Chat")]
    public async Task Deadline_IsKeptByTheServerToo(string act, string method)
    {
        using var http = new HttpClient();
        var watch = Stopwatch.StartNew();
        var (status, _, _) = await RawCall.SendAsync(
            http, host.Http2, method, [RawCall.Frame(new SayRequest { Act = act, Number = 1 })], Stop, ("grpc-timeout", "150m"));
        Assert.Equal(StatusCode.DeadlineExceeded, status);
        Assert.InRange(watch.ElapsedMilliseconds, 100, 5500);
    }

    [Fact]
    public async Task DeadlineInThePast_EndsTheCallBeforeItIsSent()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Client.SayAsync(new SayRequest(), deadline: DateTime.UtcNow.AddSeconds(-1), cancellationToken: Stop));
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task Deadline_EndsAStreamThatIsBeingRead()
    {
        using var call = host.Client.Count(new SayRequest { Number = 1, Act = "wait" }, deadline: DateTime.UtcNow.AddSeconds(3), cancellationToken: Stop);
        Assert.True(await call.ResponseStream.MoveNext(Stop));
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Stop));
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task DeadlineFarAway_DoesNotDisturb() =>
        Assert.Equal("x", (await host.Client.SayAsync(new SayRequest { Text = "x" }, deadline: DateTime.UtcNow.AddYears(200), cancellationToken: Stop)).Text);

    [Fact]
    public async Task Cancellation_EndsTheCallOnBothSides()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var call = host.Client.Chat(cancellationToken: source.Token);
        await call.RequestStream.WriteAsync(new SayRequest { Text = "1" }, Stop);
        Assert.True(await call.ResponseStream.MoveNext(Stop));
        await source.CancelAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Stop));
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Cancellation_ThrowsOperationCanceled_WhereTheChannelSaysSo()
    {
        using var channel = GrpcChannel.ForAddress(host.Http2, new GrpcChannelOptions { ThrowOperationCanceledOnCancellation = true });
        using var source = new CancellationTokenSource(100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await new Echo.EchoClient(channel).SayAsync(new SayRequest { Act = "wait" }, cancellationToken: source.Token));
    }

    [Fact]
    public async Task Dispose_CancelsTheCall()
    {
        var call = host.Client.SayAsync(new SayRequest { Act = "wait" }, cancellationToken: Stop);
        call.Dispose();
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
    }

    [Fact]
    public async Task DisposedChannel_CancelsItsCalls()
    {
        var channel = GrpcChannel.ForAddress(host.Http2);
        using var call = new Echo.EchoClient(channel).SayAsync(new SayRequest { Act = "wait" }, cancellationToken: Stop);
        await Task.Delay(50, Stop);
        channel.Dispose();
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
    }

    [Fact]
    public async Task NobodyListening_IsUnavailable_AndWaitForReadyWaitsForTheDeadline()
    {
        using var channel = GrpcChannel.ForAddress("http://127.0.0.1:1");
        var client = new Echo.EchoClient(channel);
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await client.SayAsync(new SayRequest(), cancellationToken: Stop));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        var waited = await Assert.ThrowsAsync<RpcException>(async () =>
            await client.SayAsync(new SayRequest(), new CallOptions(deadline: Soon, cancellationToken: Stop).WithWaitForReady()));
        Assert.Equal(StatusCode.DeadlineExceeded, waited.StatusCode);
    }
}
