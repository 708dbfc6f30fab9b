using Grpc.Core.Interceptors;

namespace Grpc.Net.ClientFactory;

/// <summary>How long an interceptor is used.</summary>
public enum InterceptorScope
{
    /// <summary>Made once, shared by all clients of the registration.</summary>
    Channel,

    /// <summary>Made for each client, from the scope in which the client is made.</summary>
    Client,
}

/// <summary>One interceptor of a registered client.</summary>
public class InterceptorRegistration
{
    /// <summary>Makes a registration.</summary>
    public InterceptorRegistration(InterceptorScope scope, Func<IServiceProvider, Interceptor> creator)
    {
        ArgumentNullException.ThrowIfNull(creator);
        Scope = scope;
        Creator = creator;
    }

    /// <summary>How long it is used.</summary>
    public InterceptorScope Scope { get; }

    internal Func<IServiceProvider, Interceptor> Creator { get; }
}
