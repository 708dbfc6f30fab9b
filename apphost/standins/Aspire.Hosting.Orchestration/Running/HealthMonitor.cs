using Aspire.Dashboard.Resources;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Running;

/// <summary>Asks the health checks of resources while they run.</summary>
sealed class HealthMonitor(HealthCheckService checks, StatusBoard board)
{
    static readonly TimeSpan WhileUnhealthy = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan WhileHealthy = TimeSpan.FromSeconds(3);

    public async Task WatchAsync(IResource resource, IReadOnlyList<string> instances, CancellationToken stop)
    {
        var keys = resource.Annotations.OfType<HealthCheckAnnotation>().Select(check => check.Key).ToHashSet(StringComparer.Ordinal);
        if (keys.Count == 0)
            return;
        while (!stop.IsCancellationRequested)
        {
            var running = instances.Select(instance => board[instance]).Where(status => status.State == ResourceState.Running).ToArray();
            var health = running.Length == 0 ? HealthStatus.Unhealthy : await AskAsync(keys, stop);
            // What was asked of a process says nothing of the one that took its place meanwhile.
            foreach (var asked in running)
                board.Update(resource, asked.Name, status => status.State == asked.State && status.ProcessId == asked.ProcessId ? status with { Health = health } : status);
            await Task.Delay(health == HealthStatus.Healthy ? WhileHealthy : WhileUnhealthy, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<HealthStatus> AskAsync(HashSet<string> keys, CancellationToken stop)
    {
        try
        {
            return (await checks.CheckHealthAsync(check => keys.Contains(check.Name), stop)).Status;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return HealthStatus.Unhealthy;
        }
    }
}
