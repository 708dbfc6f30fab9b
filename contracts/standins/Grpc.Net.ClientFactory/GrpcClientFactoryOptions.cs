using Grpc.Core;
using Grpc.Net.Client;

namespace Grpc.Net.ClientFactory;

/// <summary>Settings of a registered client.</summary>
public class GrpcClientFactoryOptions
{
    /// <summary>Address of the server.</summary>
    public Uri? Address { get; set; }

    /// <summary>Changes to the channel's settings, in order.</summary>
    public IList<Action<GrpcChannelOptions>> ChannelOptionsActions { get; } = [];

    /// <summary>Changes to the options of each call, in order.</summary>
    public IList<Action<CallOptionsContext>> CallOptionsActions { get; } = [];

    /// <summary>Interceptors, the first outermost.</summary>
    public IList<InterceptorRegistration> InterceptorRegistrations { get; } = [];

    /// <summary>Makes the client, instead of its constructor that takes a <see cref="CallInvoker"/>.</summary>
    public Func<CallInvoker, object>? Creator { get; set; }

    internal Func<IServiceProvider, CallInvoker, object>? CreatorWithServices { get; set; }

    internal IList<Action<IServiceProvider, GrpcChannelOptions>> ChannelActionsWithServices { get; } = [];
}

/// <summary>A call whose options may be changed.</summary>
public sealed class CallOptionsContext
{
    internal CallOptionsContext(CallOptions callOptions, IServiceProvider serviceProvider)
    {
        CallOptions = callOptions;
        ServiceProvider = serviceProvider;
    }

    /// <summary>Options of the call.</summary>
    public CallOptions CallOptions { get; set; }

    /// <summary>Services of the scope in which the client was made.</summary>
    public IServiceProvider ServiceProvider { get; }
}
