using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using Tsunagu.Gateway.Catalogue;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace Tsunagu.Gateway.Routing;

/// <summary>Channels to the replicas the proxy knows, for the calls the gateway makes itself.</summary>
sealed class ServiceChannels(IProxyStateLookup proxy) : IDisposable
{
    readonly ConcurrentDictionary<string, GrpcChannel> channels = [];
    uint turn;

    /// <summary>Calls replicas in turn: the next one when one is away and the call may be made again.</summary>
    /// <exception cref="RpcException">The answer of the last one; UNAVAILABLE when the service has none.</exception>
    public async Task<T> CallAsync<T>(Operation operation, Func<CallInvoker, Task<T>> call, Func<bool> mayRepeat)
    {
        var replicas = Replicas(operation);
        for (var i = 0; ; i++)
        {
            try
            {
                return await call(channels.GetOrAdd(replicas[i].Model.Config.Address, a => GrpcChannel.ForAddress(a)).CreateCallInvoker());
            }
            catch (RpcException away) when (away.StatusCode == StatusCode.Unavailable && i + 1 < replicas.Count && mayRepeat())
            {
                continue;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var channel in channels.Values)
            channel.Dispose();
    }

    // Those that answered last come first, another one each time; the rest may be back by now.
    List<DestinationState> Replicas(Operation operation)
    {
        if (!proxy.TryGetCluster(ProxyClusters.IdOf(operation), out var cluster) || cluster.DestinationsState.AllDestinations.Count == 0)
            throw new RpcException(new Status(StatusCode.Unavailable, "No replica."));
        var available = cluster.DestinationsState.AvailableDestinations;
        var first = available.Count == 0 ? 0 : (int)(Interlocked.Increment(ref turn) % (uint)available.Count);
        return [.. available.Skip(first).Concat(available.Take(first)).Union(cluster.DestinationsState.AllDestinations)];
    }
}
