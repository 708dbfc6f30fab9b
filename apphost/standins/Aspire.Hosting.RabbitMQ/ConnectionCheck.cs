using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Aspire.Hosting.RabbitMQ;

/// <summary>Whether a server accepts a connection; one connection is kept open from check to check.</summary>
sealed class ConnectionCheck(IResourceWithConnectionString resource) : IHealthCheck
{
    IConnection? _connection;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (_connection is { IsOpen: true })
            return HealthCheckResult.Healthy();
        try
        {
            _connection?.Dispose();
            _connection = null;
            var factory = new ConnectionFactory
            {
                Uri = new Uri(await resource.GetConnectionStringAsync(cancellationToken) ?? throw new DistributedApplicationException($"'{resource.Name}' has no connection string.")),
                AutomaticRecoveryEnabled = false,
                RequestedConnectionTimeout = TimeSpan.FromSeconds(3),
            };
            _connection = await factory.CreateConnectionAsync("health", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception away) when (away is BrokerUnreachableException or IOException or OperationInterruptedException)
        {
            return HealthCheckResult.Unhealthy("No answer.", away);
        }
    }
}
