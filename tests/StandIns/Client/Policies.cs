using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;

namespace Tsunagu.Tests.StandIns.Clients;

static class Policies
{
    public static RetryPolicy Retry(int attempts = 4, double firstMilliseconds = 10, params StatusCode[] codes)
    {
        var policy = new RetryPolicy
        {
            MaxAttempts = attempts,
            InitialBackoff = TimeSpan.FromMilliseconds(firstMilliseconds),
            MaxBackoff = TimeSpan.FromSeconds(30),
            BackoffMultiplier = 1.5,
        };
        foreach (var code in codes.DefaultIfEmpty(StatusCode.Unavailable))
            policy.RetryableStatusCodes.Add(code);
        return policy;
    }

    public static GrpcChannelOptions ForAll(RetryPolicy policy, RetryThrottlingPolicy? throttling = null) => new()
    {
        ServiceConfig = new ServiceConfig
        {
            MethodConfigs = { new MethodConfig { Names = { MethodName.Default }, RetryPolicy = policy } },
            RetryThrottling = throttling,
        },
    };
}
