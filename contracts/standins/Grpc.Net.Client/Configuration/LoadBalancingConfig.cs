namespace Grpc.Net.Client.Configuration;

/// <summary>Names a policy that spreads calls over addresses.</summary>
public class LoadBalancingConfig : ConfigObject
{
    /// <summary>All calls go to the first address that can be reached.</summary>
    public const string PickFirstPolicyName = "pick_first";

    /// <summary>Calls go in turn to all addresses that can be reached.</summary>
    public const string RoundRobinPolicyName = "round_robin";

    /// <summary>Names a policy; one that is unknown is passed over.</summary>
    public LoadBalancingConfig(string loadBalancingPolicyName) => PolicyName = loadBalancingPolicyName;

    /// <summary>The name.</summary>
    public string PolicyName { get; }
}

/// <summary>The policy pick_first.</summary>
public sealed class PickFirstConfig() : LoadBalancingConfig(PickFirstPolicyName);

/// <summary>The policy round_robin.</summary>
public sealed class RoundRobinConfig() : LoadBalancingConfig(RoundRobinPolicyName);
