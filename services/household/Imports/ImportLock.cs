using Npgsql;

namespace Tsunagu.Households.Imports;

/// <summary>
/// A session lock that whoever runs an import holds from before its first row to after its last. PostgreSQL drops it with the
/// session, so a free lock proves that nobody runs the import, however its process ended.
/// </summary>
static class ImportLock
{
    const string Take = "select pg_try_advisory_lock(hashtextextended($1, 7311))";
    const string Release = "select pg_advisory_unlock(hashtextextended($1, 7311))";

    /// <summary>False when another process runs the import.</summary>
    public static async Task<bool> TryTakeAsync(NpgsqlConnection connection, Guid import, CancellationToken ct) =>
        await RunAsync(connection, Take, import, ct);

    /// <summary>Gives the lock back; the connection may return to the pool afterwards.</summary>
    public static async Task ReleaseAsync(NpgsqlConnection connection, Guid import)
    {
        // A broken session has lost its locks already.
        if (connection.FullState != System.Data.ConnectionState.Open)
            return;
        try
        {
            _ = await RunAsync(connection, Release, import, CancellationToken.None);
        }
        catch (NpgsqlException) when (connection.FullState != System.Data.ConnectionState.Open)
        {
            // It was broken, and nobody had noticed.
        }
    }

    static async Task<bool> RunAsync(NpgsqlConnection connection, string sql, Guid import, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = import.ToString() } } };
        return await command.ExecuteScalarAsync(ct) is true;
    }
}
