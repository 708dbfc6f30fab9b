using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Runs the checks when asked; a watch follows the published results.</summary>
sealed class HealthService(
    HealthCheckService checks, HealthServiceImpl published, IOptions<GrpcHealthChecksOptions> options, IHostApplicationLifetime lifetime) : Health.V1.Health.HealthBase
{
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        if (options.Value.UseHealthChecksCache)
            return await published.Check(request, context);
        var mapping = options.Value.Services.FirstOrDefault(service => service.Name == request.Service)
            ?? throw new RpcException(new Status(StatusCode.NotFound, ""));
        var report = await checks.CheckHealthAsync(
            check => mapping.HealthCheckPredicate?.Invoke(new HealthCheckMapContext(check.Name, check.Tags)) ?? true, context.CancellationToken);
        return new HealthCheckResponse { Status = Serving.Of(report.Status) };
    }

    public override Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context) =>
        published.WatchAsync(request, responseStream, options.Value.SuppressCompletionOnShutdown ? CancellationToken.None : lifetime.ApplicationStopping, context.CancellationToken);
}

static class Serving
{
    internal static HealthCheckResponse.Types.ServingStatus Of(HealthStatus status) => status == HealthStatus.Unhealthy
        ? HealthCheckResponse.Types.ServingStatus.NotServing
        : HealthCheckResponse.Types.ServingStatus.Serving;
}
