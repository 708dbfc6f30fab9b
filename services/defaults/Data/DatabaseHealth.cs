using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Ready while the database answers.</summary>
sealed class DatabaseHealth(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand("select 1");
            command.CommandTimeout = 2;
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return new(context.Registration.FailureStatus, e.GetType().Name);
        }
    }
}
