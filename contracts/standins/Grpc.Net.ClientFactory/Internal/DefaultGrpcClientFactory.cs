using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory.Internal;

/// <summary>Makes clients over cached channels.</summary>
sealed class DefaultGrpcClientFactory(
    IServiceProvider services, ChannelCache channels, IOptionsMonitor<GrpcClientFactoryOptions> options, IOptions<RegisteredClients> registered)
    : GrpcClientFactory
{
    static readonly ConcurrentDictionary<Type, ObjectFactory> Constructors = new();

    public override TClient CreateClient<TClient>(string name)
    {
        if (!registered.Value.Has(name, typeof(TClient)))
            throw new InvalidOperationException($"No gRPC client configured with name '{name}'.");
        var settings = options.Get(name);
        var invoker = channels.Get(name, typeof(TClient));
        var interceptors = settings.InterceptorRegistrations.Where(one => one.Scope == InterceptorScope.Client);
        invoker = invoker.Intercept([.. interceptors.Select(one => one.Creator(services))]);
        if (settings.CallOptionsActions.Count > 0)
            invoker = new CallOptionsInvoker(invoker, settings.CallOptionsActions, services);
        return (TClient)Create(typeof(TClient), settings, invoker);
    }

    object Create(Type type, GrpcClientFactoryOptions settings, CallInvoker invoker)
    {
        if (settings.CreatorWithServices is { } creatorWithServices)
            return creatorWithServices(services, invoker);
        return settings.Creator is { } creator
            ? creator(invoker)
            : Constructors.GetOrAdd(type, client => ActivatorUtilities.CreateFactory(client, [typeof(CallInvoker)]))(services, [invoker]);
    }
}
