using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Tests.Echo.V1;
using Xunit;

namespace Tsunagu.Tests.StandIns.Clients;

public sealed class BalancingTests : IAsyncLifetime
{
    readonly Replica[] replicas = new Replica[3];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        for (var at = 0; at < replicas.Length; at++)
            replicas[at] = await Replica.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in replicas)
            await replica.DisposeAsync();
    }

    [Fact]
    public async Task RoundRobin_SpreadsCallsEvenly()
    {
        using var channel = Static();
        await AllSeenAsync(channel, replicas);
        var answers = await AnswersAsync(channel, 30);
        Assert.Equal([10, 10, 10], answers.GroupBy(port => port).Select(group => group.Count()));
    }

    [Fact]
    public async Task PickFirst_StaysWithTheFirstAndGoesOnWithTheNextWhenItIsGone()
    {
        using var channel = Static(roundRobin: false);
        Assert.Equal([replicas[0].Port], (await AnswersAsync(channel, 10)).Distinct());
        await replicas[0].KillAsync();
        await Eventually.HoldsAsync(async () => await TryAskAsync(channel) == replicas[1].Port, "the second address is used");
        Assert.Equal([replicas[1].Port], (await AnswersAsync(channel, 10)).Distinct());
    }

    [Fact]
    public async Task ReplicaThatIsKilled_IsLeftOutAndComesBack()
    {
        // The policy is for the one call that is under way when the connection breaks.
        using var channel = Static(retry: Policies.Retry());
        await AllSeenAsync(channel, replicas);
        await replicas[1].KillAsync();
        Assert.DoesNotContain(replicas[1].Port, await AnswersAsync(channel, 30));
        await replicas[1].RunAsync();
        await AllSeenAsync(channel, replicas);
    }

    [Fact]
    public async Task AllReplicasGone_IsUnavailableAtOnce_AndWaitForReadyWaitsUntilOneIsBack()
    {
        using var channel = Static();
        await AllSeenAsync(channel, replicas);
        foreach (var replica in replicas)
            await replica.KillAsync();
        await channel.BecomesAsync(ConnectivityState.TransientFailure);
        var failure = await Assert.ThrowsAsync<RpcException>(() => AskAsync(channel));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        var limited = await Assert.ThrowsAsync<RpcException>(() => AskAsync(channel, new CallOptions(deadline: DateTime.UtcNow.AddMilliseconds(300)).WithWaitForReady()));
        Assert.Equal(StatusCode.DeadlineExceeded, limited.StatusCode);
        var waiting = AskAsync(channel, new CallOptions(cancellationToken: Stop).WithWaitForReady());
        await Task.Delay(200, Stop);
        Assert.False(waiting.IsCompleted);
        await replicas[2].RunAsync();
        Assert.Equal(replicas[2].Port, await waiting);
    }

    [Fact]
    public async Task LostConnection_MakesTheResolverLookAgain()
    {
        var list = new ListedAddresses();
        list.Set(replicas[0].Address);
        using var channel = GrpcChannel.ForAddress("list:///house", Balanced.With(list));
        Assert.Equal(replicas[0].Port, await AskAsync(channel));
        Assert.Equal(1, list.Asked);
        list.Set(replicas[1].Address, replicas[2].Address);
        await replicas[0].KillAsync();
        await Eventually.HoldsAsync(async () => await TryAskAsync(channel) is { } port && port != replicas[0].Port, "the new addresses are used");
        await AllSeenAsync(channel, replicas[1..]);
        Assert.InRange(list.Asked, 2, 100);
    }

    [Fact]
    public async Task AddressThatTheResolverNoLongerNames_GetsNoNewCalls()
    {
        var list = new ListedAddresses();
        list.Set(replicas[0].Address, replicas[1].Address);
        using var channel = GrpcChannel.ForAddress("list:///house", Balanced.With(list));
        await AllSeenAsync(channel, replicas[..2]);
        // A second lost connection is what makes it look.
        list.Set(replicas[1].Address, replicas[2].Address);
        await replicas[1].KillAsync();
        await replicas[1].RunAsync();
        await AllSeenAsync(channel, replicas[1..]);
        Assert.DoesNotContain(replicas[0].Port, await AnswersAsync(channel, 20));
    }

    [Fact]
    public async Task ResolverThatFails_IsUnavailable_AndTakesNoAddressAway()
    {
        var list = new ListedAddresses { Failing = true };
        using var channel = GrpcChannel.ForAddress("list:///house", Balanced.With(list));
        var failure = await Assert.ThrowsAsync<RpcException>(() => AskAsync(channel));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.Contains("no answer", failure.Status.Detail, StringComparison.Ordinal);

        var second = new ListedAddresses();
        second.Set(replicas[0].Address, replicas[1].Address);
        using var other = GrpcChannel.ForAddress("list:///house", Balanced.With(second));
        await AllSeenAsync(other, replicas[..2]);
        second.Failing = true;
        await replicas[1].KillAsync();
        await Eventually.HoldsAsync(async () => await TryAskAsync(other) is not null && second.Asked > 1, "the resolver was asked again");
        Assert.Equal([replicas[0].Port], (await AnswersAsync(other, 10)).Distinct());
    }

    [Fact]
    public async Task NoAddresses_AreUnavailable()
    {
        using var channel = GrpcChannel.ForAddress("list:///house", Balanced.With(new ListedAddresses()));
        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => AskAsync(channel))).StatusCode);
    }

    [Fact]
    public async Task RetriedCall_GoesToAnotherReplica()
    {
        var failed = 0;
        await using var tired = await ScriptedServer.StartAsync((_, http) =>
        {
            Interlocked.Increment(ref failed);
            return ScriptedServer.FailAsync(http, StatusCode.Unavailable);
        });
        var list = new ListedAddresses();
        list.Set(new BalancerAddress("127.0.0.1", tired.Port), replicas[0].Address);
        using var channel = GrpcChannel.ForAddress("list:///house", Balanced.With(list, retry: Policies.Retry()));
        await Eventually.HoldsAsync(async () => await TryAskAsync(channel) is not null && failed > 0, "both are connected");
        failed = 0;
        Assert.Equal([replicas[0].Port], (await AnswersAsync(channel, 20)).Distinct());
        Assert.True(failed > 5);
    }

    [Fact]
    public async Task Dns_FindsTheServer_AndNamesTheHost()
    {
        string? authority = null;
        await using var server = await ScriptedServer.StartAsync((_, http) =>
        {
            authority = http.Request.Host.Value;
            return ScriptedServer.EchoAsync(http);
        });
        using var channel = GrpcChannel.ForAddress($"dns:///localhost:{server.Port}", new GrpcChannelOptions { Credentials = ChannelCredentials.Insecure });
        Assert.Equal(["a"], (await new Echo.EchoClient(channel).SayAsync(MethodType.DuplexStreaming, ["a"])).Words);
        Assert.Equal($"localhost:{server.Port}", authority);
    }

    [Fact]
    public void AddressesThatCannotWork_AreRefused()
    {
        Assert.Contains("Credentials must be specified", Assert.Throws<InvalidOperationException>(() => GrpcChannel.ForAddress("dns:///localhost")).Message, StringComparison.Ordinal);
        var insecure = new GrpcChannelOptions { Credentials = ChannelCredentials.Insecure };
        Assert.Equal("No address resolver configured for the scheme 'nothing'.", Assert.Throws<InvalidOperationException>(() => GrpcChannel.ForAddress("nothing:///x", insecure)).Message);
        using var http = new HttpClient();
        Assert.Throws<InvalidOperationException>(() => GrpcChannel.ForAddress("dns:///localhost", new GrpcChannelOptions { Credentials = ChannelCredentials.Insecure, HttpClient = http }));
        var unknown = new GrpcChannelOptions { Credentials = ChannelCredentials.Insecure, ServiceConfig = new() { LoadBalancingConfigs = { new LoadBalancingConfig("magic") } } };
        Assert.Throws<InvalidOperationException>(() => GrpcChannel.ForAddress("dns:///localhost", unknown));
        Assert.Throws<ArgumentException>(() => new GrpcChannelOptions { InitialReconnectBackoff = TimeSpan.Zero });
        Assert.Throws<ArgumentException>(() => new GrpcChannelOptions { MaxReconnectBackoff = TimeSpan.Zero });
    }

    GrpcChannel Static(bool roundRobin = true, RetryPolicy? retry = null) =>
        GrpcChannel.ForAddress("static:///house", Balanced.With(new StaticResolverFactory(_ => replicas.Select(one => one.Address)), roundRobin, retry));

    // A connection whose server was killed may be found dead by the very call that is sent on it: that call is not made again.
    static async Task AllSeenAsync(GrpcChannel channel, Replica[] expected)
    {
        var missing = expected.Select(one => one.Port).ToHashSet();
        await Eventually.HoldsAsync(async () =>
        {
            if (await TryAskAsync(channel) is { } port)
                missing.Remove(port);
            return missing.Count == 0;
        }, "every replica answers");
    }

    static async Task<List<int>> AnswersAsync(GrpcChannel channel, int calls)
    {
        var answers = new List<int>();
        for (var call = 0; call < calls; call++)
            answers.Add(await AskAsync(channel));
        return answers;
    }

    static async Task<int> AskAsync(GrpcChannel channel, CallOptions options = default) => (await new Echo.EchoClient(channel).SayAsync(new SayRequest(), options)).Number;

    static async Task<int?> TryAskAsync(GrpcChannel channel)
    {
        try
        {
            return await AskAsync(channel);
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.Unavailable)
        {
            return null;
        }
    }
}
