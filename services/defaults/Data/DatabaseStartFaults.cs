using System.Net.Sockets;
using Npgsql;
using Tsunagu.ServiceDefaults.Errors;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Faults of a start that waiting mends.</summary>
static class DatabaseStartFaults
{
    public static bool MayPass(Exception e) =>
        e is MigrationPendingException or TimeoutException or SocketException
        || ErrorMapping.IsTransient(e)
        // Roles belong to the whole server: another service may be making the same one right now.
        || e is PostgresException
        {
            SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateObject
                or PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.InternalError
                or PostgresErrorCodes.ObjectInUse,
        }
        || (e.InnerException is { } inner && MayPass(inner));
}
