using System.Runtime.CompilerServices;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Tests.Echo.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.StandIns.Clients;

public sealed class LeakTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DisposedChannel_EndsItsResolverAndConnections_AndIsCollected()
    {
        var list = new ListedAddresses();
        await using var replica = await Replica.StartAsync();
        await using var proxy = TcpProxy.Start(replica.Port);
        // One that answers, one that never will: the search for it ends too.
        list.Set(new BalancerAddress("127.0.0.1", proxy.Address.Port), new BalancerAddress("127.0.0.1", 1));
        var channel = await UseAsync(list);
        Assert.Equal(0, list.Open);
        await Eventually.HoldsAsync(() => proxy.Open == 0, "the connections are closed");
        await Eventually.HoldsAsync(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return !channel.IsAlive;
        }, "the channel is collected");
    }

    [Fact]
    public async Task RetriedCalls_GiveBackWhatTheyKept_HoweverTheyEnd()
    {
        var options = Policies.ForAll(Policies.Retry(attempts: 3, firstMilliseconds: 20));
        // Room for one call at a time: what one of them kept to itself would stop the retries of the next.
        options.MaxRetryBufferSize = 1500;
        var random = Seed.NewRandom();
        await using var server = await ScriptedServer.StartAsync(async (number, http) =>
        {
            await ScriptedServer.ReadAsync(http);
            if (http.Request.Headers["grpc-previous-rpc-attempts"].ToString() == "2")
                await ScriptedServer.EchoAsync(http);
            else
                await ScriptedServer.FailAsync(http, StatusCode.Unavailable);
        });
        using var channel = server.Open(options);
        var client = new Echo.EchoClient(channel);
        var kinds = Enum.GetValues<MethodType>();
        for (var call = 0; call < 40; call++)
        {
            using var source = new CancellationTokenSource(random.Next(1, 60));
            try
            {
                await client.SayAsync(kinds[random.Next(kinds.Length)], [new string('x', 1200)], new CallOptions(cancellationToken: source.Token));
            }
            catch (RpcException)
            {
                // Cancelled at some point, or not.
            }
        }
        var (words, _, attempts) = await client.SayAsync(MethodType.ClientStreaming, [new string('x', 1200), "b"]);
        Assert.Equal("2", attempts);
        Assert.Equal(["b"], words);
    }

    // By itself, so that nothing of it is left on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static async Task<WeakReference> UseAsync(ListedAddresses list)
    {
        using var channel = GrpcChannel.ForAddress("list:///house", Balanced.With(list, retry: Policies.Retry()));
        var client = new Echo.EchoClient(channel);
        for (var call = 0; call < 5; call++)
            await client.SayAsync(new SayRequest(), cancellationToken: Stop);
        return new WeakReference(channel);
    }
}
