using Microsoft.EntityFrameworkCore;

namespace Tsunagu.Referrals.Data;

/// <summary>
/// Gives committed events their place in the public log. Positions are handed out by one transaction at a time and become
/// visible together, so whoever has read up to a position has read everything below it: an event that commits late is
/// numbered late and never appears behind a reader's back.
/// </summary>
static class EventNumbering
{
    /// <summary>Named principal that numbers the events of all agencies.</summary>
    public const string Principal = "job:referral-event-numbering";

    /// <summary>Numbers what waits; one that is already being numbered elsewhere is waited for.</summary>
    public static async Task RunAsync(ReferralDbContext db, CancellationToken ct)
    {
        if (!await db.EventLog.AnyAsync(row => row.Position == null, ct))
            return;
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('referral_event_numbering'))", ct);
        // Within a referral time never goes back, so this order keeps the order of its events.
        await db.Database.ExecuteSqlAsync(
            $"""
            update referral_events as logged
            set position = last.position + waiting.number
            from (select coalesce(max(position), 0) as position from referral_events) as last,
                 (select id, row_number() over (order by occurred_at, referral_id, sequence) as number
                  from referral_events where position is null) as waiting
            where logged.id = waiting.id
            """,
            ct);
    }
}
