using Microsoft.Extensions.Hosting;

namespace Aspire.Dashboard.Web;

/// <summary>Leaves Ctrl+C and SIGTERM to the process that hosts the dashboard.</summary>
sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
