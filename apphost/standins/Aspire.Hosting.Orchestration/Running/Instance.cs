using Aspire.Dashboard.Resources;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>Keeps one process of a resource running until it is told to stop.</summary>
/// <param name="resource">The resource.</param>
/// <param name="name">Name of the instance; differs from the resource's when there are several.</param>
/// <param name="plan">Says how to start it; asked before each start.</param>
/// <param name="board">Is told every change.</param>
/// <param name="children">Remembers the process.</param>
/// <param name="logger">Receives ends that nobody asked for.</param>
sealed partial class Instance(IResource resource, string name, Func<CancellationToken, Task<LaunchPlan>> plan, StatusBoard board, ChildLedger children, ILogger logger)
{
    readonly Backoff _backoff = new();

    // Before a check said so nothing is taken for healthy: the last answer was about the process before.
    readonly HealthStatus? _first = resource.HasAnnotationOfType<HealthCheckAnnotation>() ? HealthStatus.Unhealthy : null;

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Set(status => status with { State = ResourceState.Starting, Health = null });
            var started = DateTimeOffset.UtcNow;
            var reason = await TryOnceAsync(started, stop);
            if (stop.IsCancellationRequested)
                break;
            var pause = _backoff.Next(DateTimeOffset.UtcNow - started);
            Set(status => status with { State = ResourceState.Restarting, Health = null, ProcessId = null, Restarts = status.Restarts + 1 });
            Ended(name, reason, pause.TotalSeconds);
            await Task.Delay(pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        Set(status => status with { State = ResourceState.Finished, Health = null, ProcessId = null });
    }

    /// <summary>Runs the process once and says why it ended.</summary>
    async Task<string> TryOnceAsync(DateTimeOffset started, CancellationToken stop)
    {
        try
        {
            using var process = await SupervisedProcess.StartAsync(await plan(stop), children, Write);
            Set(status => status with { State = ResourceState.Running, Health = _first, ProcessId = process.ProcessId, StartedAt = started });
            await Task.WhenAny(process.Exited, Task.Delay(Timeout.Infinite, stop));
            if (stop.IsCancellationRequested)
            {
                Set(status => status with { State = ResourceState.Stopping });
                await process.StopAsync();
            }
            var code = await process.Exited;
            Set(status => status with { ExitCode = code });
            return $"code {code}";
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return "stopped";
        }
        catch (Exception failure) when (failure is DistributedApplicationException or IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            Write(failure.Message, isError: true);
            return failure.Message;
        }
    }

    void Write(string line, bool isError) => board.Dashboard.Append(name, new ConsoleLine(DateTimeOffset.UtcNow, line, isError));

    void Set(Func<ResourceSnapshot, ResourceSnapshot> change) => board.Update(resource, name, change);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Resource} ended ({Reason}); it starts again in {Seconds:0.##} s")]
    partial void Ended(string resource, string reason, double seconds);
}
