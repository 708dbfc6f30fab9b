using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Tells and waits for states of resources.</summary>
public class ResourceNotificationService
{
    readonly ConcurrentDictionary<string, ResourceEvent> _latest = new(StringComparer.OrdinalIgnoreCase);
    readonly ConcurrentDictionary<Channel<ResourceEvent>, bool> _watchers = new();

    internal ResourceNotificationService()
    {
    }

    /// <summary>The present state of every resource, then each change.</summary>
    /// <param name="cancellationToken">Ends the watch.</param>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateUnbounded<ResourceEvent>();
        _watchers[channel] = true;
        try
        {
            foreach (var present in _latest.Values)
                yield return present;
            await foreach (var change in channel.Reader.ReadAllAsync(cancellationToken))
                yield return change;
        }
        finally
        {
            _watchers.TryRemove(channel, out _);
        }
    }

    /// <summary>Waits until a resource is in a state.</summary>
    /// <param name="resourceName">The resource.</param>
    /// <param name="targetState">The state; running by default.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        await WaitForResourceAsync(resourceName, change => change.Snapshot.State?.Text == (targetState ?? KnownResourceStates.Running), cancellationToken);

    /// <summary>Waits for a change of a resource.</summary>
    /// <param name="resourceName">The resource.</param>
    /// <param name="predicate">Recognizes the change.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<ResourceEvent> WaitForResourceAsync(string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        await foreach (var change in WatchAsync(cancellationToken))
            if (string.Equals(change.Resource.Name, resourceName, StringComparison.OrdinalIgnoreCase) && predicate(change))
                return change;
        throw new OperationCanceledException(cancellationToken);
    }

    /// <summary>Waits until every instance of a resource runs and its health checks pass.</summary>
    /// <param name="resourceName">The resource.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="DistributedApplicationException">The resource cannot be started.</exception>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default)
    {
        var change = await WaitForResourceAsync(resourceName, change => HasFailed(change) || Instances(change.Resource).All(IsHealthy), cancellationToken);
        return HasFailed(change)
            ? throw new DistributedApplicationException($"'{resourceName}' could not be started.")
            : change;
    }

    /// <summary>Waits for what a resource waits for.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Task.WhenAll(resource.Annotations.OfType<WaitAnnotation>().Select(wait => wait.WaitType switch
        {
            WaitType.WaitUntilHealthy => WaitForResourceHealthyAsync(wait.Resource.Name, cancellationToken),
            WaitType.WaitUntilStarted => WaitForResourceAsync(wait.Resource.Name, cancellationToken: cancellationToken),
            WaitType.WaitForCompletion => WaitForResourceAsync(wait.Resource.Name, KnownResourceStates.Finished, cancellationToken),
        }));
    }

    internal void Publish(ResourceEvent change)
    {
        _latest[change.ResourceId] = change;
        foreach (var watcher in _watchers.Keys)
            watcher.Writer.TryWrite(change);
    }

    IEnumerable<ResourceEvent> Instances(IResource resource) => _latest.Values.Where(latest => latest.Resource == resource);

    static bool IsHealthy(ResourceEvent change) => change.Snapshot is { HealthStatus: HealthStatus.Healthy, State.Text: var state } && state == KnownResourceStates.Running;

    static bool HasFailed(ResourceEvent change) => change.Snapshot.State?.Text == KnownResourceStates.FailedToStart;
}
