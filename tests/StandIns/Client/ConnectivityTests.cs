using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Tests.Echo.V1;
using Xunit;

namespace Tsunagu.Tests.StandIns.Clients;

public sealed class ConnectivityTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ChannelToOneAddress_IsIdleThenReadyThenIdleThenShutDown()
    {
        await using var replica = await Replica.StartAsync();
        var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{replica}");
        Assert.Equal(ConnectivityState.Idle, channel.State);
        await channel.ConnectAsync(Stop);
        Assert.Equal(ConnectivityState.Ready, channel.State);
        await new Echo.EchoClient(channel).SayAsync(new SayRequest(), cancellationToken: Stop);
        await replica.KillAsync();
        await channel.BecomesAsync(ConnectivityState.Idle);
        var waiting = channel.WaitForStateChangedAsync(ConnectivityState.Idle, Stop);
        Assert.False(waiting.IsCompleted);
        channel.Dispose();
        await waiting;
        Assert.Equal(ConnectivityState.Shutdown, channel.State);
    }

    [Fact]
    public async Task CallsTell_WhetherTheServerCanBeReached()
    {
        await using var replica = await Replica.StartAsync();
        await replica.KillAsync();
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{replica}");
        var client = new Echo.EchoClient(channel);
        await Assert.ThrowsAsync<RpcException>(async () => await client.SayAsync(new SayRequest(), cancellationToken: Stop));
        Assert.Equal(ConnectivityState.TransientFailure, channel.State);
        await replica.RunAsync();
        await client.SayAsync(new SayRequest(), cancellationToken: Stop);
        Assert.Equal(ConnectivityState.Ready, channel.State);
    }

    [Fact]
    public async Task ConnectAsync_TriesUntilSomeoneListens_OrIsCancelled()
    {
        await using var replica = await Replica.StartAsync();
        await replica.KillAsync();
        var options = new GrpcChannelOptions { InitialReconnectBackoff = TimeSpan.FromMilliseconds(50) };
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{replica}", options);
        using var limit = new CancellationTokenSource(300);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => channel.ConnectAsync(limit.Token));
        var connecting = channel.ConnectAsync(Stop);
        await channel.BecomesAsync(ConnectivityState.TransientFailure);
        await replica.RunAsync();
        await connecting;
        Assert.Equal(ConnectivityState.Ready, channel.State);
    }

    [Fact]
    public async Task ConnectionMadeInAdvance_IsTheOneThatCallsUse()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        await using var server = await ScriptedServer.StartAsync((_, http) => ScriptedServer.EchoAsync(http));
        await using var proxy = TcpProxy.Start(server.Port);
        using var channel = GrpcChannel.ForAddress(proxy.Address);
        await channel.ConnectAsync(Stop);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => new Echo.EchoClient(channel).SayAsync(MethodType.Unary, ["a"])));
        Assert.Equal(1, proxy.Accepted);
    }

    [Fact]
    public async Task StateOfBalancedChannel_FollowsItsReplicas()
    {
        await using var one = await Replica.StartAsync();
        await using var two = await Replica.StartAsync();
        using var channel = GrpcChannel.ForAddress("static:///house", Balanced.With(new StaticResolverFactory(_ => [one.Address, two.Address])));
        Assert.Equal(ConnectivityState.Idle, channel.State);
        await channel.ConnectAsync(Stop);
        await one.KillAsync();
        await two.KillAsync();
        await channel.BecomesAsync(ConnectivityState.TransientFailure);
        await two.RunAsync();
        await channel.BecomesAsync(ConnectivityState.Ready);
    }

    [Fact]
    public async Task HandlerThatConnectsByItself_HasNoState()
    {
        using var handler = new SocketsHttpHandler { ConnectCallback = (_, _) => throw new IOException() };
        using var channel = GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { HttpHandler = handler });
        Assert.Throws<InvalidOperationException>(() => channel.State);
        await Assert.ThrowsAsync<InvalidOperationException>(() => channel.ConnectAsync(Stop));
        await Assert.ThrowsAsync<InvalidOperationException>(() => channel.WaitForStateChangedAsync(ConnectivityState.Idle, Stop));
    }

    [Fact]
    public async Task ChannelsThatShareAHandler_ShareItsConnections()
    {
        await using var server = await ScriptedServer.StartAsync((_, http) => ScriptedServer.EchoAsync(http));
        await using var proxy = TcpProxy.Start(server.Port);
        using var handler = new SocketsHttpHandler();
        using var outer = new Passing(handler);
        using var one = GrpcChannel.ForAddress(proxy.Address, new GrpcChannelOptions { HttpHandler = handler });
        using var two = GrpcChannel.ForAddress(proxy.Address, new GrpcChannelOptions { HttpHandler = outer });
        await new Echo.EchoClient(one).SayAsync(MethodType.Unary, ["a"]);
        await new Echo.EchoClient(two).SayAsync(MethodType.Unary, ["a"]);
        Assert.Equal((1, ConnectivityState.Ready, ConnectivityState.Ready), (proxy.Accepted, one.State, two.State));
    }

    sealed class Passing(HttpMessageHandler inner) : DelegatingHandler(inner);
}
