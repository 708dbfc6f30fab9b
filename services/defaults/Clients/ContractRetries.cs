using Google.Api;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client.Configuration;
using Tsunagu.Contracts.Options.V1;

namespace Tsunagu.ServiceDefaults.Clients;

/// <summary>Which calls of a service are made again when the service is UNAVAILABLE: those that may happen twice, by its contract.</summary>
static class ContractRetries
{
    const string RequestId = "request_id";

    /// <summary>Retries of a client's service; reads and writes with a request_id, up to four attempts within about a second and a half.</summary>
    public static ServiceConfig Of(ServiceDescriptor service)
    {
        var repeatable = new MethodConfig { RetryPolicy = Policy() };
        foreach (var method in service.Methods.Where(IsRepeatable))
            repeatable.Names.Add(new MethodName { Service = service.FullName, Method = method.Name });
        return new ServiceConfig
        {
            MethodConfigs = { repeatable },
            // A service in trouble is not called four times as often.
            RetryThrottling = new RetryThrottlingPolicy { MaxTokens = 100, TokenRatio = 0.5 },
            LoadBalancingConfigs = { new RoundRobinConfig() },
        };
    }

    /// <summary>The contract of a typed client: generated code nests the client in the class that holds it.</summary>
    public static ServiceDescriptor Contract(Type client) =>
        client.DeclaringType?.GetProperty("Descriptor")?.GetValue(null) as ServiceDescriptor
        ?? throw new BootException($"{client} is not a generated client.");

    /// <summary>
    /// True when a second call does no harm: the contract says so (<c>idempotency_level</c>), the same request_id gives the first
    /// answer, or it is a read: audited as one, or mapped to GET or to nothing and not audited as a write. A client stream is not: its
    /// request_id is optional, and it may be long.
    /// </summary>
    public static bool IsRepeatable(MethodDescriptor method)
    {
        if (method.IsClientStreaming)
            return false;
        var options = method.GetOptions();
        return options?.IdempotencyLevel is MethodOptions.Types.IdempotencyLevel.NoSideEffects or MethodOptions.Types.IdempotencyLevel.Idempotent
            || method.InputType.FindFieldByName(RequestId) is { FieldType: FieldType.String, IsRepeated: false }
            || IsRead(options);
    }

    static bool IsRead(MethodOptions? options) => options?.GetExtension(OptionsExtensions.Access)?.Audit switch
    {
        Audit.Read => true,
        Audit.None => options.GetExtension(AnnotationsExtensions.Http) is null or { PatternCase: HttpRule.PatternOneofCase.Get },
        Audit.Write or Audit.Unspecified or null => false,
    };

    static RetryPolicy Policy() => new()
    {
        MaxAttempts = 4,
        InitialBackoff = TimeSpan.FromMilliseconds(100),
        MaxBackoff = TimeSpan.FromSeconds(1),
        BackoffMultiplier = 3,
        RetryableStatusCodes = { StatusCode.Unavailable },
    };
}
