using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Tells the faults of a transaction apart.</summary>
static class DbFaults
{
    // "cached plan must not change result type".
    const string PlanOutdated = PostgresErrorCodes.FeatureNotSupported;

    /// <summary>
    /// PostgreSQL rolled back and the transaction may be run again: after a deadlock or a serialization failure, or because a migration changed a table
    /// behind a prepared statement, which is then prepared anew.
    /// </summary>
    public static bool MayRunAgain(Exception e) => State(e) is
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PlanOutdated;

    /// <summary>
    /// Another writer came first: the row version differs, or a row that this one adds is there already. Which rows there are was looked at
    /// before, so a key that is taken now was taken since.
    /// </summary>
    public static bool IsStale(DbUpdateException e) =>
        e is DbUpdateConcurrencyException
        || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    static string? State(Exception e) => (e as PostgresException ?? e.InnerException as PostgresException)?.SqlState;
}
