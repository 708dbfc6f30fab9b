using Microsoft.EntityFrameworkCore;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>Bounds how often somebody may try: each call tells whether there is a record, so it must not serve to look for some.</summary>
static class BreakGlassAttempts
{
    /// <summary>Most in a day.</summary>
    public const int Most = 10;

    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // As long as the first answer to a write is remembered.
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Takes turns with other calls of the same staff member until the transaction ends.</summary>
    public static async Task TakeTurnAsync(ServiceDbContext db, StaffId staff, CancellationToken ct)
    {
        await using var command = Sql.Command(db, $"select pg_advisory_xact_lock(hashtextextended($1, {AdvisoryLocks.BreakGlass}))", staff.Value);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Counts an attempt, in a transaction of its own: one that is refused afterwards has been made.</summary>
    /// <exception cref="Refusal">BREAK_GLASS_LIMIT.</exception>
    public static async Task CountAsync(ServiceDbContext db, StaffId staff, Guid request, DateTimeOffset now, CancellationToken ct)
    {
        await TakeTurnAsync(db, staff, ct);
        var attempts = db.Set<BreakGlassAttempt>();
        var (day, kept) = (now - Day, now - Kept);
        await attempts.Where(row => row.Staff == staff && row.AttemptedAt <= kept).ExecuteDeleteAsync(ct);
        if (await attempts.AnyAsync(row => row.Staff == staff && row.RequestId == request, ct))
            return;
        if (await attempts.CountAsync(row => row.Staff == staff && row.AttemptedAt > day, ct) >= Most)
            throw BreakGlassErrors.TooMany();
        attempts.Add(new() { Staff = staff, RequestId = request, AttemptedAt = now });
        await db.SaveChangesAsync(ct);
    }
}
