using Npgsql;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Imports;

/// <summary>Tells the faults of an import apart; they come wrapped by whatever ran into them.</summary>
static class ImportFault
{
    /// <summary>A code of <see cref="ImportProblems"/> for a fault on this side.</summary>
    public static string Problem(Exception fault) => IsFull(fault) ? ImportProblems.StorageFull : ImportProblems.Internal;

    /// <summary>True when the database had no room left.</summary>
    public static bool IsFull(Exception fault) => Chain(fault).OfType<PostgresException>().Any(e => e.SqlState == PostgresErrorCodes.DiskFull);

    /// <summary>True when the same file may go in later: the database did not answer, broke off, or ran out of something.</summary>
    public static bool MayPass(Exception fault) =>
        fault is Refusal { Kind: RefusalKind.Unavailable }
        || Chain(fault).OfType<NpgsqlException>().Any(e => e is not PostgresException answer || IsOfTheServer(answer));

    // Connection, resources, operator's intervention and system, by the classes of the standard.
    static bool IsOfTheServer(PostgresException answer) => answer.IsTransient || answer.SqlState[..2] is "08" or "53" or "57" or "58";

    static IEnumerable<Exception> Chain(Exception fault)
    {
        for (var next = fault; next is not null; next = next.InnerException)
            yield return next;
    }
}
