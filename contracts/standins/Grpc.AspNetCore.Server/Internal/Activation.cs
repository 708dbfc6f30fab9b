using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>An object of one call: from the container, or made, and then freed, here.</summary>
readonly struct Activation<T>(T instance, bool made) : IAsyncDisposable
    where T : class
{
    internal T Instance => instance;

    /// <summary>Whether there is something to free when the call ends.</summary>
    internal bool NeedsDisposal => made;

    public async ValueTask DisposeAsync()
    {
        if (!made)
            return;
        if (instance is IAsyncDisposable asyncDisposable)
            await asyncDisposable.DisposeAsync();
        else if (instance is IDisposable disposable)
            disposable.Dispose();
    }
}

/// <summary>Makes services.</summary>
static class ServiceActivation<TService>
    where TService : class
{
    static readonly Lazy<ObjectFactory<TService>> Factory = new(() => ActivatorUtilities.CreateFactory<TService>([]));

    internal static Activation<TService> Create(IServiceProvider services) => services.GetService<TService>() is { } known
        ? new Activation<TService>(known, made: false)
        : Made(Factory.Value(services, []));

    static Activation<TService> Made(TService service) => new(service, made: service is IDisposable or IAsyncDisposable);
}

/// <summary>Makes interceptors.</summary>
static class InterceptorActivation
{
    internal static Activation<Interceptor> Create(InterceptorRegistration registration, IServiceProvider services) =>
        registration.Arguments.Count == 0 && services.GetService(registration.Type) is Interceptor known
            ? new Activation<Interceptor>(known, made: false)
            : new Activation<Interceptor>(
                (Interceptor)ActivatorUtilities.CreateInstance(services, registration.Type, [.. registration.Arguments]), made: true);
}
