using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Takes each published report into the states that watchers follow.</summary>
sealed class GrpcHealthChecksPublisher(HealthServiceImpl service, IOptions<GrpcHealthChecksOptions> options) : IHealthCheckPublisher
{
    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var mapping in options.Value.Services)
        {
            var picked = report.Entries.Where(entry => mapping.HealthCheckPredicate?.Invoke(new HealthCheckMapContext(entry.Key, entry.Value.Tags)) ?? true);
            service.SetStatus(mapping.Name, Serving.Of(picked.Select(entry => entry.Value.Status).DefaultIfEmpty(HealthStatus.Healthy).Min()));
        }
        return Task.CompletedTask;
    }
}
