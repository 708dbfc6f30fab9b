using Grpc.Core;
using Grpc.Net.Client.Balancer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Tsunagu.ServiceDefaults.Clients;

namespace Tsunagu.ServiceDefaults;

/// <summary>Clients of the suite's other services.</summary>
public static class ServiceClientExtensions
{
    // New replicas behind a name are found this soon; lost ones make the channel look at once.
    static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Adds a typed client. Inside a call it acts for the caller: token, purpose, deadline and cancellation go along.
    /// Outside one it uses this service's own token. Calls without a deadline get ten seconds; a read, and a write with a request_id,
    /// that is UNAVAILABLE is made again a few times. Calls go in turn to all replicas that can be reached.
    /// </summary>
    /// <param name="builder">The calling service.</param>
    /// <param name="name">
    /// The called service: its addresses are <c>services:{name}:grpc:{n}</c>, else <c>services:{name}:http:{n}</c>; a single one may be
    /// <c>dns:///host:port</c> (cleartext).
    /// </param>
    public static IHostApplicationBuilder AddServiceClient<TClient>(this IHostApplicationBuilder builder, string name)
        where TClient : ClientBase<TClient>
    {
        builder.Services.TryAddTransient<TokenHandler>();
        builder.Services.TryAddSingleton<CallPropagation>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ResolverFactory, StaticResolverFactory>(services =>
            new StaticResolverFactory(address => ServiceAddresses.Replicas(services.GetRequiredService<IConfiguration>(), address))));
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ResolverFactory, DnsResolverFactory>(_ => new DnsResolverFactory(LookAgain)));
        builder.Services.AddGrpcClient<TClient>((services, options) =>
                options.Address = ServiceAddresses.Channel(services.GetRequiredService<IConfiguration>(), name))
            .ConfigureChannel((services, options) =>
            {
                options.Credentials = ServiceAddresses.Credentials(services.GetRequiredService<IConfiguration>(), name);
                options.ServiceConfig = ContractRetries.Of(ContractRetries.Contract(typeof(TClient)));
                options.InitialReconnectBackoff = TimeSpan.FromMilliseconds(200);
                options.MaxReconnectBackoff = TimeSpan.FromSeconds(2);
            })
            .UseSocketsHttpHandler((handler, _) => KeepAlive(handler))
            .AddInterceptor<CallPropagation>()
            .AddHttpMessageHandler<TokenHandler>();
        return builder;
    }

    // A replica whose machine is gone says nothing: calls to it end after the two together.
    static void KeepAlive(SocketsHttpHandler handler)
    {
        handler.KeepAlivePingDelay = TimeSpan.FromSeconds(15);
        handler.KeepAlivePingTimeout = TimeSpan.FromSeconds(5);
        handler.KeepAlivePingPolicy = HttpKeepAlivePingPolicy.Always;
        handler.ConnectTimeout = TimeSpan.FromSeconds(5);
    }
}
