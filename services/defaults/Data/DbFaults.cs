using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Tells the faults of a transaction apart.</summary>
static class DbFaults
{
    /// <summary>A deadlock or serialization failure: PostgreSQL rolled back and asks to run the transaction again.</summary>
    public static bool MayRunAgain(Exception e) => State(e) is
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    /// <summary>Another writer came first: the row version differs, or the next number of the aggregate is taken.</summary>
    public static bool IsStale(DbUpdateException e) =>
        e is DbUpdateConcurrencyException
        || e.InnerException is PostgresException
        {
            SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: OutboxModel.SequenceIndex,
        };

    static string? State(Exception e) => (e as PostgresException ?? e.InnerException as PostgresException)?.SqlState;
}
