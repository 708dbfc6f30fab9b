using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client.Balancer;

/// <summary>Finds the addresses behind a channel's address.</summary>
public abstract class Resolver : IDisposable
{
    /// <summary>Starts; called once.</summary>
    /// <param name="listener">Takes every result.</param>
    public abstract void Start(Action<ResolverResult> listener);

    /// <summary>Asks for new results: connections were lost. Nothing happens by default.</summary>
    public virtual void Refresh()
    {
    }

    /// <summary>Ends the search.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the search.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}

/// <summary>What a resolver found.</summary>
public sealed class ResolverResult
{
    ResolverResult(Status status, IReadOnlyList<BalancerAddress>? addresses)
    {
        Status = status;
        Addresses = addresses;
    }

    /// <summary>OK, or why no addresses were found.</summary>
    public Status Status { get; }

    /// <summary>The addresses; null after a failure.</summary>
    public IReadOnlyList<BalancerAddress>? Addresses { get; }

    /// <summary>All addresses there are now.</summary>
    public static ResolverResult ForResult(IReadOnlyList<BalancerAddress> addresses) => new(Status.DefaultSuccess, addresses);

    /// <summary>A failure; addresses found before stay in use.</summary>
    public static ResolverResult ForFailure(Status status) => status.StatusCode == StatusCode.OK
        ? throw new ArgumentException("Error status code must not be OK.", nameof(status))
        : new(status, null);
}

/// <summary>Makes resolvers for addresses of one scheme; found among the services of <see cref="GrpcChannelOptions.ServiceProvider"/>.</summary>
public abstract class ResolverFactory
{
    /// <summary>The scheme.</summary>
    public abstract string Name { get; }

    /// <summary>Makes the resolver of a channel.</summary>
    public abstract Resolver Create(ResolverOptions options);
}

/// <summary>What a resolver is made for.</summary>
public sealed class ResolverOptions
{
    internal ResolverOptions(Uri address, int defaultPort, ILoggerFactory loggerFactory, GrpcChannelOptions channelOptions)
    {
        Address = address;
        DefaultPort = defaultPort;
        LoggerFactory = loggerFactory;
        ChannelOptions = channelOptions;
    }

    /// <summary>Address of the channel.</summary>
    public Uri Address { get; }

    /// <summary>Port where the address names none: 443 with TLS, else 80.</summary>
    public int DefaultPort { get; }

    /// <summary>Makes the channel's logs.</summary>
    public ILoggerFactory LoggerFactory { get; }

    /// <summary>Settings of the channel.</summary>
    public GrpcChannelOptions ChannelOptions { get; }
}
