using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Tsunagu.Tests.StandIns.Clients;

/// <summary>Addresses that the test changes; scheme <c>list</c>.</summary>
sealed class ListedAddresses : ResolverFactory
{
    readonly List<ListResolver> resolvers = [];
    BalancerAddress[] addresses = [];

    public override string Name => "list";

    public int Asked { get; private set; }

    public bool Failing { get; set; }

    public int Open => resolvers.Count(one => !one.Disposed);

    public void Set(params BalancerAddress[] now) => addresses = now;

    public override Resolver Create(ResolverOptions options)
    {
        var resolver = new ListResolver(this);
        resolvers.Add(resolver);
        return resolver;
    }

    sealed class ListResolver(ListedAddresses list) : PollingResolver(NullLoggerFactory.Instance)
    {
        public bool Disposed { get; private set; }

        protected override async Task ResolveAsync(CancellationToken cancellationToken)
        {
            await Task.Yield();
            list.Asked++;
            if (list.Failing)
                throw new InvalidOperationException("no answer");
            Listener(ResolverResult.ForResult(list.addresses));
        }

        protected override void Dispose(bool disposing)
        {
            Disposed = true;
            base.Dispose(disposing);
        }
    }
}

static class Balanced
{
    /// <summary>Options for a resolver's address, with pauses short enough for a test.</summary>
    public static GrpcChannelOptions With(ResolverFactory resolver, bool roundRobin = true, RetryPolicy? retry = null)
    {
        var options = retry is null ? new GrpcChannelOptions { ServiceConfig = new() } : Policies.ForAll(retry);
        options.Credentials = ChannelCredentials.Insecure;
        options.ServiceProvider = new ServiceCollection().AddSingleton(resolver).BuildServiceProvider();
        options.ServiceConfig!.LoadBalancingConfigs.Add(roundRobin ? new RoundRobinConfig() : new PickFirstConfig());
        options.InitialReconnectBackoff = TimeSpan.FromMilliseconds(50);
        options.MaxReconnectBackoff = TimeSpan.FromMilliseconds(300);
        return options;
    }
}
