using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Servers;
using Npgsql;

namespace Aspire.Hosting.PostgreSQL;

static class DatabaseCreation
{
    /// <summary>Creates the database unless it exists. One given from outside is left alone.</summary>
    public static async Task EnsureAsync(PostgresDatabaseResource database, CancellationToken cancellationToken)
    {
        if (database.HasAnnotationOfType<OutsideConnectionAnnotation>())
            return;
        try
        {
            await using var connection = new NpgsqlConnection(await MaintenanceAsync(database.Parent, cancellationToken));
            await connection.OpenAsync(cancellationToken);
            await using var find = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = database.DatabaseName } } };
            if (await find.ExecuteScalarAsync(cancellationToken) is not null)
                return;
            await using var create = new NpgsqlCommand($"CREATE DATABASE \"{database.DatabaseName.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException exists) when (exists.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another host on the same server was faster.
        }
        catch (NpgsqlException away)
        {
            throw new DistributedApplicationException($"The database could not be created: {away.Message}", away);
        }
    }

    /// <summary>The connection string, with the maintenance database where it names none. Not pooled: a restarted server must be noticed.</summary>
    public static async Task<string> MaintenanceAsync(IResourceWithConnectionString resource, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnectionStringBuilder(await resource.GetConnectionStringAsync(cancellationToken)) { Pooling = false, Timeout = 5 };
        connection.Database ??= "postgres";
        return connection.ConnectionString;
    }
}
