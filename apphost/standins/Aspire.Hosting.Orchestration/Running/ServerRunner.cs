using System.Collections.Concurrent;
using Aspire.Dashboard.Resources;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;
using Aspire.Hosting.Servers;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>Finds and runs servers.</summary>
sealed class ServerRunner(DistributedApplicationModel model, ServerFinder finder, DataFolder folder, ChildLedger children, StatusBoard board, ILogger<ServerRunner> logger)
{
    readonly ConcurrentDictionary<IResource, Func<CancellationToken, Task<LaunchPlan>>> _plans = new();

    /// <summary>Finds where a server comes from and prepares it.</summary>
    /// <exception cref="DistributedApplicationException">It comes from nowhere.</exception>
    public async Task FindAsync(IResource resource, CancellationToken cancellationToken)
    {
        var kind = Kind(resource);
        void Log(string line) => board.Dashboard.Append(resource.Name, new ConsoleLine(DateTimeOffset.UtcNow, line));
        if (IsNotNeeded(resource))
            return;
        var (source, engine) = await finder.FindAsync(resource, kind, Log, cancellationToken);
        board.Update(resource, resource.Name, status => status with { Source = Describe(resource, kind, source) });
        if (source == ServerSource.Outside)
            return;
        var site = await SiteAsync(resource, kind, Log, cancellationToken);
        _plans[resource] = engine is null ? ct => kind.PrepareAsync(site, ct) : ct => engine.PrepareAsync(resource, kind, site, ct);
    }

    /// <summary>Keeps a server running; one from outside just counts as running.</summary>
    public Task RunAsync(IResource resource, CancellationToken stop)
    {
        if (_plans.TryGetValue(resource, out var plan))
            return new Instance(resource, resource.Name, plan, board, children, logger).RunAsync(stop);
        board.Update(resource, resource.Name, status => status with { State = ResourceState.Running });
        return Task.CompletedTask;
    }

    async Task<ServerSite> SiteAsync(IResource resource, ServerKind kind, Action<string> log, CancellationToken cancellationToken) => new(
        resource.Name, folder.Path(resource.Name), $"{folder.ApplicationName}-{folder.Id}-{resource.Name}", folder.IsEphemeral,
        ((IResourceWithEndpoints)resource).GetEndpoints().First().Port,
        await kind.UserNameAsync(cancellationToken) ?? kind.DefaultUserName,
        await kind.PasswordAsync(cancellationToken) ?? throw new DistributedApplicationException($"'{resource.Name}' has no password."),
        log);

    /// <summary>A server whose every part was given from outside has nothing to do.</summary>
    bool IsNotNeeded(IResource resource)
    {
        var inner = model.Resources.OfType<IResourceWithParent>().Where(child => child.Parent == resource).ToArray();
        return inner.Length > 0 && inner.All(child => child.HasAnnotationOfType<OutsideConnectionAnnotation>());
    }

    static ServerKind Kind(IResource resource) => resource.Annotations.OfType<ServerKind>().Last();

    static string Describe(IResource resource, ServerKind kind, ServerSource source) => source switch
    {
        ServerSource.Outside => "outside",
        ServerSource.Container => ContainerEngine.Image(resource),
        ServerSource.Machine => $"{kind.Product} of this machine",
    };
}
