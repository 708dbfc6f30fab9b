using Grpc.Core;
using Grpc.Net.Client.Internal;
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

/// <summary>A resolver that asks, one question at a time.</summary>
public abstract class PollingResolver : Resolver
{
    readonly Lock gate = new();
    readonly CancellationTokenSource disposed = new();
    readonly ILogger log;
    Action<ResolverResult>? listener;
    Task resolving = Task.CompletedTask;

    // Written by the listener, which the derived class may call from any thread.
    volatile bool found;

    /// <summary>Makes a resolver.</summary>
    protected PollingResolver(ILoggerFactory loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(loggerFactory);
        log = loggerFactory.CreateLogger<PollingResolver>();
    }

    /// <summary>Takes results; set once the resolver has started.</summary>
    protected Action<ResolverResult> Listener => listener!;

    /// <summary>Pause before a question that failed is asked again, by the number of failures; null: when someone asks for it.</summary>
    internal Func<int, TimeSpan>? Pause { get; init; }

    /// <inheritdoc />
    public sealed override void Start(Action<ResolverResult> listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        if (this.listener is not null)
            throw new InvalidOperationException("Resolver has already been started.");
        this.listener = result =>
        {
            found |= result.Status.StatusCode == StatusCode.OK;
            listener(result);
        };
        OnStarted();
    }

    /// <summary>Asks anew, unless a question is under way.</summary>
    public sealed override void Refresh()
    {
        ObjectDisposedException.ThrowIf(disposed.IsCancellationRequested, this);
        if (listener is null)
            throw new InvalidOperationException("Resolver hasn't been started.");
        RefreshOnce();
    }

    void RefreshOnce()
    {
        lock (gate)
        {
            if (resolving.IsCompleted)
                resolving = ResolveUntilFoundAsync();
        }
    }

    internal void RefreshUnlessDisposed()
    {
        if (!disposed.IsCancellationRequested)
            RefreshOnce();
    }

    /// <summary>Called when the resolver has started.</summary>
    protected virtual void OnStarted()
    {
    }

    /// <summary>Asks, and gives the answer to <see cref="Listener"/>.</summary>
    protected abstract Task ResolveAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        disposed.Cancel();
        base.Dispose(disposing);
    }

    async Task ResolveUntilFoundAsync()
    {
        found = false;
        for (var failures = 0; !disposed.IsCancellationRequested; failures++)
        {
            try
            {
                await ResolveAsync(disposed.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (!disposed.IsCancellationRequested)
            {
                log.ResolvingFailed(GetType(), exception);
                Listener(ResolverResult.ForFailure(new Status(StatusCode.Unavailable, $"Error refreshing resolver. {exception.Message}", exception)));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            if (found || Pause is not { } pause)
                return;
            await Task.Delay(pause(failures), disposed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
