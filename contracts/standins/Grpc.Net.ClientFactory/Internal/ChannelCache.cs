using System.Collections.Concurrent;
using System.Net.Http;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory.Internal;

/// <summary>One channel for each registered client, made on first use.</summary>
sealed class ChannelCache(
    IServiceProvider services, IOptionsMonitor<GrpcClientFactoryOptions> options, IHttpMessageHandlerFactory handlers) : IDisposable
{
    readonly ConcurrentDictionary<string, Lazy<(GrpcChannel Channel, CallInvoker Invoker)>> channels = new(StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var created in channels.Values.Where(one => one.IsValueCreated))
            created.Value.Channel.Dispose();
    }

    internal CallInvoker Get(string name, Type client) =>
        channels.GetOrAdd(name, _ => new Lazy<(GrpcChannel, CallInvoker)>(() => Create(name, client))).Value.Invoker;

    (GrpcChannel Channel, CallInvoker Invoker) Create(string name, Type client)
    {
        var settings = options.Get(name);
        var address = settings.Address
            ?? throw new InvalidOperationException($"Could not resolve the address for gRPC client '{name}'. Set an address when registering the client: services.AddGrpcClient<{client.Name}>(o => o.Address = new Uri(\"https://localhost:5001\"))");
        var channelOptions = new GrpcChannelOptions { HttpHandler = handlers.CreateHandler(name), ServiceProvider = services };
        foreach (var configure in settings.ChannelOptionsActions)
            configure(channelOptions);
        foreach (var configure in settings.ChannelActionsWithServices)
            configure(services, channelOptions);
        var channel = GrpcChannel.ForAddress(address, channelOptions);
        var interceptors = settings.InterceptorRegistrations.Where(one => one.Scope == InterceptorScope.Channel);
        return (channel, channel.Intercept([.. interceptors.Select(one => one.Creator(services))]));
    }
}
