namespace Grpc.Net.Client.Configuration;

/// <summary>Base of the parts of a <see cref="ServiceConfig"/>.</summary>
public abstract class ConfigObject
{
    private protected ConfigObject()
    {
    }
}

/// <summary>How a channel treats its methods and spreads its calls.</summary>
public sealed class ServiceConfig : ConfigObject
{
    /// <summary>Policies in order of preference: the first one that is known is used, pick_first when there is none.</summary>
    public IList<LoadBalancingConfig> LoadBalancingConfigs { get; } = [];

    /// <summary>Settings of methods; the name that fits best wins.</summary>
    public IList<MethodConfig> MethodConfigs { get; } = [];

    /// <summary>Ends retries while too many calls fail; null for no such limit.</summary>
    public RetryThrottlingPolicy? RetryThrottling { get; set; }
}

/// <summary>Ends retries while too many calls fail. There are as many tokens as <see cref="MaxTokens"/> at first; nothing is retried while half or fewer are left.</summary>
public sealed class RetryThrottlingPolicy : ConfigObject
{
    /// <summary>Most tokens; a failed attempt takes one. Required, greater than zero.</summary>
    public int? MaxTokens { get; set; }

    /// <summary>Tokens that a successful call gives back. Required, greater than zero; three decimal places count.</summary>
    public double? TokenRatio { get; set; }
}
