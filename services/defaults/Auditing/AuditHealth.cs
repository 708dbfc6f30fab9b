using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Unhealthy while the log contradicts a checkpoint that was given out; degraded while its checkpoints are not signed, or not copied elsewhere.</summary>
sealed class AuditHealth(AuditCondition condition) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        condition.Contradiction is { } contradiction ? new(context.Registration.FailureStatus, contradiction)
        : !condition.Signs ? HealthCheckResult.Degraded("checkpoints are not signed")
        : !condition.Copies ? HealthCheckResult.Degraded("checkpoints are not copied")
        : HealthCheckResult.Healthy());
}
