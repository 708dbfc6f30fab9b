using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>
/// On whose behalf a transaction runs. Row-level security reads it with <c>current_setting('tsunagu.agency', true)</c> and
/// its like; it ends with the transaction, so a pooled connection never carries it on.
/// </summary>
/// <param name="Principal">Name of a program, such as <c>consumer:notification-referral</c>; empty for a staff member.</param>
/// <param name="Staff">Staff id, or empty.</param>
/// <param name="Agency">Agency code, or empty.</param>
/// <param name="Purpose">Purpose of the call, or empty.</param>
sealed record SessionContext(string Principal, string Staff, string Agency, string Purpose)
{
    const string Service = "service:";

    const string Names =
        "select set_config('tsunagu.principal', $1, true), set_config('tsunagu.staff', $2, true), " +
        "set_config('tsunagu.agency', $3, true), set_config('tsunagu.purpose', $4, true)";

    // The work of programs has time: it takes one processor of the database from people, not all of them, and compiles no statement.
    const string OneProcessor = ", set_config('max_parallel_workers_per_gather', '0', true), set_config('jit', 'off', true)";

    /// <summary>The statement that tells the database, with principal, staff, agency and purpose as its parameters.</summary>
    public string Sql => Staff.Length == 0 ? Names + OneProcessor : Names;

    // A program that calls is named like the programs within a service, and never as one of them.
    public static SessionContext Of(Caller caller) => caller.Roles.Contains(Role.Service)
        ? new(Prefixed(caller.Staff.Value), caller.Staff.Value, "", caller.Purpose ?? "")
        : new("", caller.Staff.Value, caller.Agency.Value, caller.Purpose ?? "");

    public static SessionContext OfProgram(string principal) => new(principal, "", "", "");

    static string Prefixed(string subject) => subject.StartsWith(Service, StringComparison.Ordinal) ? subject : Service + subject;
}
