using Grpc.Core;
using Grpc.Net.Client.Internal;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client.Balancer;

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
        lock (gate)
        {
            if (resolving.IsCompleted)
                resolving = ResolveUntilFoundAsync();
        }
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
