using Microsoft.EntityFrameworkCore;

namespace Tsunagu.Meetings.Data;

/// <summary>The meeting rules as a whole.</summary>
static class MeetingRulesHold
{
    // Never changes: replicas of two releases must meet at the same lock. No other of this database has it.
    const long Lock = 7330;

    /// <summary>Until the transaction ends, nobody else proposes, decides or puts the first version in: of two approvals at once the second sees the first.</summary>
    public static Task HoldRulesAsync(this MeetingDbContext db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", ct);
}
