using Grpc.Core;

namespace Grpc.Net.Client.Configuration;

/// <summary>How failed calls are made again. Every property is required.</summary>
public sealed class RetryPolicy : ConfigObject
{
    /// <summary>Most attempts, the first one included; at least 2. <see cref="GrpcChannelOptions.MaxRetryAttempts"/> limits it further.</summary>
    public int? MaxAttempts { get; set; }

    /// <summary>Pause before the second attempt, 20 % longer or shorter by chance; greater than zero.</summary>
    public TimeSpan? InitialBackoff { get; set; }

    /// <summary>Longest pause before the jitter; greater than zero.</summary>
    public TimeSpan? MaxBackoff { get; set; }

    /// <summary>By what each pause grows; greater than zero.</summary>
    public double? BackoffMultiplier { get; set; }

    /// <summary>The codes that are worth another attempt; at least one.</summary>
    public IList<StatusCode> RetryableStatusCodes { get; } = [];
}
