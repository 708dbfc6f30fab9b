using System.Net;
using Tsunagu.Gateway.Catalogue;
using Tsunagu.Gateway.Edge;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;

namespace Tsunagu.Gateway.Routing;

/// <summary>Where calls go: for each service one cluster for calls that end soon and one for streams, over the same replicas.</summary>
static class ProxyClusters
{
    /// <summary>The cluster of an RPC.</summary>
    public static string IdOf(Operation operation) => operation.Streams ? $"{operation.Service}-streams" : operation.Service;

    /// <summary>Clusters of all services of the catalogue; a service without an address has no destination and answers 503.</summary>
    public static IReadOnlyList<ClusterConfig> From(ContractCatalogue catalogue, ServiceAddresses addresses, GatewayLimits limits) =>
        [.. catalogue.Services.SelectMany(service => new[]
        {
            Cluster(service, addresses[service], limits.CallTimeout),
            Cluster($"{service}-streams", addresses[service], Timeout.InfiniteTimeSpan),
        })];

    static ClusterConfig Cluster(string id, IReadOnlyList<Uri> replicas, TimeSpan activityTimeout) => new()
    {
        ClusterId = id,
        LoadBalancingPolicy = LoadBalancingPolicies.RoundRobin,
        // Services speak cleartext HTTP/2, which cannot be negotiated.
        HttpRequest = new ForwarderRequestConfig
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            ActivityTimeout = activityTimeout,
        },
        HealthCheck = new HealthCheckConfig
        {
            Passive = new PassiveHealthCheckConfig { Enabled = true, Policy = UnreachablePolicy.PolicyName, ReactivationPeriod = TimeSpan.FromSeconds(2) },
            // With no healthy replica left all are tried: a service that has just restarted is reached at once.
            AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
        },
        Destinations = replicas.Select((uri, i) => (Key: $"{i}", Value: new DestinationConfig { Address = uri.ToString() })).ToDictionary(d => d.Key, d => d.Value),
    };
}
