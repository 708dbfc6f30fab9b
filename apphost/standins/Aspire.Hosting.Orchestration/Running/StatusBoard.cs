using System.Collections.Immutable;
using Aspire.Dashboard.Resources;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Running;

/// <summary>The one place that knows how every resource stands; tells the dashboard and whoever waits.</summary>
sealed class StatusBoard(ResourceNotificationService notifications)
{
    readonly Lock _gate = new();
    readonly Dictionary<string, ResourceSnapshot> _instances = new(StringComparer.OrdinalIgnoreCase);

    public ResourceBoard Dashboard { get; } = new();

    public void Add(IResource resource, ResourceSnapshot first)
    {
        lock (_gate)
        {
            _instances.Add(first.Name, first);
            Tell(resource, first);
        }
    }

    public void Update(IResource resource, string instance, Func<ResourceSnapshot, ResourceSnapshot> change)
    {
        lock (_gate)
        {
            var last = _instances[instance];
            var next = change(last);
            if (next == last)
                return;
            _instances[instance] = next;
            // In here: a change that is told after a later one would stay what everybody believes.
            Tell(resource, next);
        }
    }

    public ResourceSnapshot this[string instance]
    {
        get
        {
            lock (_gate)
                return _instances[instance];
        }
    }

    void Tell(IResource resource, ResourceSnapshot snapshot)
    {
        Dashboard.Publish(snapshot);
        notifications.Publish(new ResourceEvent(resource, snapshot.Name, new CustomResourceSnapshot
        {
            ResourceType = snapshot.Type,
            Properties = ImmutableArray<ResourcePropertySnapshot>.Empty,
            State = Text(snapshot.State),
            ExitCode = snapshot.ExitCode,
            StartTimeStamp = snapshot.StartedAt?.UtcDateTime,
            HealthStatus = snapshot.State == ResourceState.Running && !resource.HasAnnotationOfType<HealthCheckAnnotation>() ? HealthStatus.Healthy : snapshot.Health,
        }));
    }

    static string Text(ResourceState state) => state switch
    {
        ResourceState.Waiting => KnownResourceStates.Waiting,
        ResourceState.Starting => KnownResourceStates.Starting,
        ResourceState.Running => KnownResourceStates.Running,
        ResourceState.Restarting => KnownResourceStates.Exited,
        ResourceState.Stopping => KnownResourceStates.Stopping,
        ResourceState.Finished => KnownResourceStates.Finished,
        ResourceState.Failed => KnownResourceStates.FailedToStart,
    };
}
