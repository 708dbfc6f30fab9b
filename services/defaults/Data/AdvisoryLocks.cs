namespace Tsunagu.ServiceDefaults.Data;

/// <summary>
/// Numbers of the advisory locks that every service's database has, in one place so that no two things share one; as text, for constant
/// statements. Services have their own above 7300. A number never changes: replicas of two releases must meet at the same lock.
/// </summary>
static class AdvisoryLocks
{
    /// <summary>Roles and migrations at start.</summary>
    public const string Start = "7200";

    /// <summary>With the aggregate: its events in the outbox.</summary>
    public const string OutboxAggregate = "7201";

    /// <summary>Removal of what is no longer needed.</summary>
    public const string Housekeeping = "7202";

    /// <summary>Sealing of the audit.</summary>
    public const string AuditSeal = "7203";

    /// <summary>With the line: what is parked of one record at one endpoint.</summary>
    public const string ParkingLine = "7204";

    /// <summary>With the consent: sharing on it, and closing what was shared.</summary>
    public const string Consent = "7205";

    /// <summary>With the staff member: opening records in an emergency.</summary>
    public const string BreakGlass = "7210";

    /// <summary>Copies of the audit's checkpoints.</summary>
    public const string AuditCopy = "7206";
}
