using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tsunagu.ServiceDefaults.Hosting;

/// <summary>Not ready from the moment the service is told to stop.</summary>
sealed class DrainHealth(Drain drain) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(drain.HasBegun ? HealthCheckResult.Unhealthy("stopping") : HealthCheckResult.Healthy());
}
