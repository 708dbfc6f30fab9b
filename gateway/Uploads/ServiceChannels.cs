using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using Tsunagu.Gateway.Catalogue;
using Tsunagu.Gateway.Routing;
using Yarp.ReverseProxy;

namespace Tsunagu.Gateway.Uploads;

/// <summary>Channels to the replicas the proxy knows, for the calls the gateway makes itself.</summary>
sealed class ServiceChannels(IProxyStateLookup proxy) : IDisposable
{
    readonly ConcurrentDictionary<string, GrpcChannel> channels = [];
    uint turn;

    /// <summary>Replicas in turn, those passed over that do not answer.</summary>
    /// <exception cref="RpcException">UNAVAILABLE: the service has no replica.</exception>
    public CallInvoker Next(Operation operation)
    {
        var replicas = proxy.TryGetCluster(ProxyClusters.IdOf(operation), out var cluster) ? cluster.DestinationsState.AvailableDestinations : [];
        if (replicas.Count == 0)
            throw new RpcException(new Status(StatusCode.Unavailable, "No replica."));
        var address = replicas[(int)(Interlocked.Increment(ref turn) % (uint)replicas.Count)].Model.Config.Address;
        return channels.GetOrAdd(address, a => GrpcChannel.ForAddress(a)).CreateCallInvoker();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var channel in channels.Values)
            channel.Dispose();
    }
}
