using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>
/// Ready once the directory was complete and fresh; degraded when it is so no longer, which another replica would not cure, and while its owner, not upgraded yet, tells no
/// sharing rules, without which grants open nothing.
/// </summary>
sealed class DirectoryHealth(StaffDirectory directory) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        directory.IsUsable ? directory.Current.Sharing.IsKnown ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("no sharing rules")
        : directory.WasUsable ? HealthCheckResult.Degraded("stale")
        : new(context.Registration.FailureStatus, "not confirmed yet"));
}
