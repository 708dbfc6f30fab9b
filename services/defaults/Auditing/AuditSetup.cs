using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Gives a service with a database its audit.</summary>
static class AuditSetup
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddOptions<AuditOptions>().BindConfiguration("Audit")
            .Validate(options => options.HasValidOrigin, "Audit:Origin must be 1 to 200 characters without blanks and plus.")
            .Validate(options => options.CheckpointInterval >= TimeSpan.FromSeconds(1), "Audit:CheckpointInterval must be a second or more.")
            .ValidateOnStart();
        services.AddSingleton<AuditCondition>();
        services.AddSingleton<CheckpointIssuer>();
        services.AddHostedService<AuditSequencer>();
        services.AddHostedService<CheckpointKeeper>();
        services.AddHealthChecks().AddCheck<AuditHealth>("audit", HealthStatus.Unhealthy, ["ready"]);
    }
}
