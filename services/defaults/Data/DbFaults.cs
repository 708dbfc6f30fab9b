using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Tells the faults of a transaction apart.</summary>
static class DbFaults
{
    /// <summary>A deadlock or serialization failure: PostgreSQL rolled back and asks to run the transaction again.</summary>
    public static bool MayRunAgain(Exception e) => State(e) is
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    /// <summary>
    /// Another writer came first: the row version differs, or a row that this one adds is there already. Which rows there are was looked at
    /// before, so a key that is taken now was taken since.
    /// </summary>
    public static bool IsStale(DbUpdateException e) =>
        e is DbUpdateConcurrencyException
        || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    static string? State(Exception e) => (e as PostgresException ?? e.InnerException as PostgresException)?.SqlState;
}
