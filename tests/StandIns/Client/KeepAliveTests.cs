using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Tests.Echo.V1;
using Xunit;

namespace Tsunagu.Tests.StandIns.Clients;

public sealed class KeepAliveTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<MethodType> Kinds => [.. Enum.GetValues<MethodType>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task PeerThatFallsSilent_EndsCallsWithUnavailable(MethodType kind)
    {
        await using var server = await ScriptedServer.StartAsync(async (number, http) =>
        {
            await ScriptedServer.StartReplyAsync(http);
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await using var proxy = TcpProxy.Start(server.Port);
        using var handler = Handler();
        using var channel = GrpcChannel.ForAddress(proxy.Address, new GrpcChannelOptions { HttpHandler = handler });
        var call = new Echo.EchoClient(channel).SayAsync(kind, ["a"]);
        await Eventually.HoldsAsync(() => channel.State == ConnectivityState.Ready, "connected");
        await Task.Delay(300, Stop);
        var watch = Stopwatch.StartNew();
        proxy.Silent = true;
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.WaitAsync(TimeSpan.FromSeconds(60), Stop));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
    }

    [Fact]
    public async Task CallAfterTheSilence_UsesANewConnection()
    {
        await using var server = await ScriptedServer.StartAsync((_, http) => ScriptedServer.EchoAsync(http));
        await using var proxy = TcpProxy.Start(server.Port);
        using var handler = Handler();
        using var channel = GrpcChannel.ForAddress(proxy.Address, new GrpcChannelOptions { HttpHandler = handler });
        var client = new Echo.EchoClient(channel);
        await client.SayAsync(MethodType.Unary, ["a"]);
        proxy.Silent = true;
        var failure = await Assert.ThrowsAsync<RpcException>(() => client.SayAsync(MethodType.Unary, ["a"]));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        proxy.Silent = false;
        Assert.Equal(["b"], (await client.SayAsync(MethodType.Unary, ["b"])).Words);
        Assert.Equal(2, proxy.Accepted);
    }

    static SocketsHttpHandler Handler() => new()
    {
        KeepAlivePingDelay = TimeSpan.FromSeconds(1),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(1),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
    };
}
