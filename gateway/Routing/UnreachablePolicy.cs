using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace Tsunagu.Gateway.Routing;

/// <summary>A replica that cannot be reached is passed over for the reactivation period.</summary>
sealed class UnreachablePolicy(IDestinationHealthUpdater updater) : IPassiveHealthCheckPolicy
{
    /// <summary>Name of the policy in a cluster.</summary>
    public const string PolicyName = "Unreachable";

    /// <inheritdoc/>
    public string Name => PolicyName;

    /// <inheritdoc/>
    public void RequestProxied(HttpContext context, ClusterState cluster, DestinationState destination)
    {
        // One call that takes too long says nothing of the others.
        var failed = context.GetForwarderErrorFeature()?.Error is ForwarderError.Request;
        var period = cluster.Model.Config.HealthCheck?.Passive?.ReactivationPeriod ?? TimeSpan.FromSeconds(2);
        updater.SetPassive(cluster, destination, failed ? DestinationHealth.Unhealthy : DestinationHealth.Healthy, period);
    }
}
