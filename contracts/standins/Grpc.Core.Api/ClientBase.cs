using Grpc.Core.Interceptors;

namespace Grpc.Core;

/// <summary>Base of generated clients.</summary>
/// <typeparam name="T">The client itself.</typeparam>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    /// <summary>A client without a channel, for substitutes in tests.</summary>
    protected ClientBase()
    {
    }

    /// <summary>A client over <paramref name="channel"/>.</summary>
    public ClientBase(ChannelBase channel) : base(channel)
    {
    }

    /// <summary>A client that calls through <paramref name="callInvoker"/>.</summary>
    public ClientBase(CallInvoker callInvoker) : base(callInvoker)
    {
    }

    /// <summary>A client of another's configuration.</summary>
    protected ClientBase(ClientBaseConfiguration configuration) : base(configuration)
    {
    }

    /// <summary>A copy of this client whose calls name another host.</summary>
    public T WithHost(string host) => NewInstance(new ClientBaseConfiguration(Configuration.UndecoratedCallInvoker, host));

    /// <summary>Makes another client of the same type.</summary>
    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}

/// <summary>Base of generated clients.</summary>
public abstract class ClientBase
{
    readonly ClientBaseConfiguration? configuration;
    readonly CallInvoker? callInvoker;

    /// <summary>A client without a channel, for substitutes in tests.</summary>
    protected ClientBase()
    {
    }

    /// <summary>A client over <paramref name="channel"/>.</summary>
    public ClientBase(ChannelBase channel) : this(channel.CreateCallInvoker())
    {
    }

    /// <summary>A client that calls through <paramref name="callInvoker"/>.</summary>
    public ClientBase(CallInvoker callInvoker) : this(new ClientBaseConfiguration(callInvoker, null))
    {
    }

    /// <summary>A client of another's configuration.</summary>
    protected ClientBase(ClientBaseConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        this.configuration = configuration;
        callInvoker = configuration.CreateDecoratedCallInvoker();
    }

    /// <summary>Makes this client's calls.</summary>
    protected CallInvoker CallInvoker => callInvoker ?? throw WithoutChannel();

    internal ClientBaseConfiguration Configuration => configuration ?? throw WithoutChannel();

    static InvalidOperationException WithoutChannel() => new("The client was made without a channel.");

    /// <summary>How a client calls; handed from client to client.</summary>
    protected internal class ClientBaseConfiguration
    {
        readonly string? host;

        internal ClientBaseConfiguration(CallInvoker undecoratedCallInvoker, string? host)
        {
            ArgumentNullException.ThrowIfNull(undecoratedCallInvoker);
            UndecoratedCallInvoker = undecoratedCallInvoker;
            this.host = host;
        }

        internal CallInvoker UndecoratedCallInvoker { get; }

        internal CallInvoker CreateDecoratedCallInvoker() =>
            host is null ? UndecoratedCallInvoker : new InterceptingCallInvoker(UndecoratedCallInvoker, new HostInterceptor(host));
    }
}
