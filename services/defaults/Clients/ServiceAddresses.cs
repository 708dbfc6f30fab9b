using Grpc.Core;
using Grpc.Net.Client.Balancer;
using Microsoft.Extensions.Configuration;

namespace Tsunagu.ServiceDefaults.Clients;

/// <summary>Where another service answers: one address, several replicas, or a name that a name server knows.</summary>
static class ServiceAddresses
{
    /// <summary>Address of the channel to a service: its only one, or one that <see cref="Replicas"/> resolves.</summary>
    /// <exception cref="BootException">No address is set, or replicas that do not belong together.</exception>
    public static Uri Channel(IConfiguration configuration, string service)
    {
        var all = All(configuration, service);
        if (all.Length == 1)
            return all[0];
        return all.All(one => one.Scheme == all[0].Scheme && IsPlain(one))
            ? new Uri($"static:///{service}")
            : throw new BootException($"services:{service}: several addresses must all be http or all be https.");
    }

    /// <summary>Credentials that the replicas or the name of a service need; null where the address itself says it.</summary>
    public static ChannelCredentials? Credentials(IConfiguration configuration, string service)
    {
        var all = All(configuration, service);
        return all is [var only] && IsPlain(only) ? null : all[0].Scheme == Uri.UriSchemeHttps ? ChannelCredentials.SecureSsl : ChannelCredentials.Insecure;
    }

    /// <summary>Replicas of the service that a <c>static:///</c> address names.</summary>
    public static IEnumerable<BalancerAddress> Replicas(IConfiguration configuration, Uri address) =>
        All(configuration, address.AbsolutePath.Trim('/')).Select(one => new BalancerAddress(one.IdnHost, one.Port));

    static Uri[] All(IConfiguration configuration, string service) => Read(configuration, service, "grpc") switch
    {
        { Length: > 0 } grpc => grpc,
        _ => Read(configuration, service, "http") is { Length: > 0 } http
            ? http
            : throw new BootException($"services:{service}:grpc:0 is not set: give the address of {service}."),
    };

    static Uri[] Read(IConfiguration configuration, string service, string endpoint) =>
        [.. configuration.GetSection($"services:{service}:{endpoint}").GetChildren()
            .OrderBy(child => int.TryParse(child.Key, out var at) ? at : int.MaxValue)
            .Select(child => child.Value).OfType<string>().Select(value => new Uri(value))];

    static bool IsPlain(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;
}
