using Aspire.Dashboard.Resources;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;
using Aspire.Hosting.Servers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>Starts and stops every resource: servers, what lies in them, projects.</summary>
sealed partial class Orchestrator(DistributedApplicationModel model, DataFolder folder, ChildLedger children, DashboardHost dashboard, ServerRunner servers, StatusBoard board,
    HealthMonitor health, ResourceNotificationService notifications, HostSettings settings, DistributedApplicationExecutionContext execution, IHostApplicationLifetime lifetime, ILogger<Orchestrator> logger) : IHostedLifecycleService, IDisposable
{
    readonly CancellationTokenSource _stopProjects = new();
    readonly CancellationTokenSource _stopServers = new();
    readonly List<Task> _projects = [];
    readonly List<Task> _servers = [];

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await folder.OpenAsync(cancellationToken);
        await children.SettleAsync(cancellationToken);
        EndpointAllocator.Allocate(model.Resources.Where(resource => !resource.HasAnnotationOfType<OutsideConnectionAnnotation>()));
        foreach (var resource in model.Resources.Where(resource => resource is not ParameterResource))
            Announce(resource);
        await dashboard.StartAsync(cancellationToken);
        await Task.WhenAll(model.Resources.Where(resource => resource.HasAnnotationOfType<ServerKind>()).Select(server => servers.FindAsync(server, cancellationToken)));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var resource in model.Resources)
        {
            if (resource.HasAnnotationOfType<ServerKind>())
                _servers.Add(GuardAsync(resource, servers.RunAsync(resource, _stopServers.Token)));
            else if (resource.TryGetLastAnnotation<InnerResourceAnnotation>(out var inner))
                _servers.Add(GuardAsync(resource, RunInnerAsync(resource, inner, _stopServers.Token)));
            else if (resource is ProjectResource project)
                _projects.Add(GuardAsync(project, RunProjectAsync(project, _stopProjects.Token)));
            else
                continue;
            _servers.Add(GuardAsync(resource, health.WatchAsync(resource, [.. InstanceNames(resource)], _stopServers.Token)));
        }
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // Projects end while their servers still answer.
        await _stopProjects.CancelAsync();
        await Task.WhenAll(_projects);
        await _stopServers.CancelAsync();
        await Task.WhenAll(_servers);
        await dashboard.StopAsync();
        folder.Dispose();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _stopProjects.Dispose();
        _stopServers.Dispose();
    }

    static IEnumerable<string> InstanceNames(IResource resource) => resource.GetReplicaCount() is var count and > 1
        ? Enumerable.Range(1, count).Select(number => $"{resource.Name}-{number}")
        : [resource.Name];

    void Announce(IResource resource)
    {
        var endpoints = resource is IResourceWithEndpoints owner && !resource.HasAnnotationOfType<OutsideConnectionAnnotation>()
            ? owner.GetEndpoints().Select(endpoint => new ResourceEndpoint(endpoint.EndpointName, endpoint.Url)).ToArray()
            : [];
        foreach (var name in InstanceNames(resource))
            board.Add(resource, new ResourceSnapshot
            {
                Name = name,
                Type = resource.GetType().Name.Replace("Resource", "", StringComparison.Ordinal),
                State = ResourceState.Waiting,
                Endpoints = endpoints,
                Source = resource.TryGetLastAnnotation<IProjectMetadata>(out var project) ? Path.GetFileName(project.ProjectPath) : null,
                Parent = (resource as IResourceWithParent)?.Parent.Name,
            });
    }

    /// <summary>A resource nobody looks after any more must not go unnoticed: it ends the host.</summary>
    async Task GuardAsync(IResource resource, Task work)
    {
        try
        {
            await work;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Lost(resource.Name, failure);
            foreach (var name in InstanceNames(resource))
                board.Update(resource, name, status => status with { State = ResourceState.Failed });
            lifetime.StopApplication();
        }
    }

    async Task RunProjectAsync(ProjectResource project, CancellationToken stop)
    {
        try
        {
            await notifications.WaitForDependenciesAsync(project, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
        var runner = new ProjectRunner(settings, execution, () => dashboard.Otlp);
        var ports = ProjectRunner.TargetPorts(project);
        var names = InstanceNames(project).ToArray();
        var proxies = ports.Count == 1 ? [] : project.GetEndpoints()
            .Select(endpoint => new ReplicaProxy(endpoint.Port, [.. ports.Select(replica => replica[endpoint.EndpointName])]).RunAsync(stop));
        await Task.WhenAll([.. proxies, .. names.Select((name, index) =>
            new Instance(project, name, ct => runner.PlanAsync(project, name, ports[index], ct), board, children, logger).RunAsync(stop))]);
    }

    async Task RunInnerAsync(IResource resource, InnerResourceAnnotation inner, CancellationToken stop)
    {
        var backoff = new Backoff();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (resource is IResourceWithParent child && !resource.HasAnnotationOfType<OutsideConnectionAnnotation>())
                    await notifications.WaitForResourceHealthyAsync(child.Parent.Name, stop);
                await inner.Prepare(stop);
                board.Update(resource, resource.Name, status => status with { State = ResourceState.Running, StartedAt = DateTimeOffset.UtcNow });
                return;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (DistributedApplicationException failure)
            {
                NotPrepared(resource.Name, failure.Message);
                await Task.Delay(backoff.Next(TimeSpan.Zero), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Resource} cannot be looked after any more")]
    partial void Lost(string resource, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Resource}: {Reason}")]
    partial void NotPrepared(string resource, string reason);
}
