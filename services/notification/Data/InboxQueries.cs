using Microsoft.EntityFrameworkCore;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Data;

/// <summary>Reads and fills inboxes.</summary>
static class InboxQueries
{
    /// <summary>Items of the caller and of the caller's agency.</summary>
    public static IQueryable<InboxItem> InboxOf(this NotificationDbContext db, Caller caller)
    {
        var (agency, staff) = (caller.Agency, (StaffId?)caller.Staff);
        return db.InboxItems.AsNoTracking().Where(row => row.Agency == agency && (row.Staff == null || row.Staff == staff));
    }

    /// <summary>What comes after a position, in order.</summary>
    public static Task<List<InboxLine>> ReadInboxAsync(
        this NotificationDbContext db, Caller caller, long after, bool unreadOnly, int size, CancellationToken ct)
    {
        var staff = caller.Staff;
        var lines = db.InboxOf(caller).Where(row => row.Position > after)
            .Select(row => new { Item = row, Read = db.InboxReads.Any(read => read.ItemId == row.Id && read.Staff == staff) });
        if (unreadOnly)
            lines = lines.Where(line => !line.Read);
        return lines.OrderBy(line => line.Item.Position).Take(size).Select(line => new InboxLine(line.Item, line.Read)).ToListAsync(ct);
    }

    /// <summary>
    /// Takes turns with everyone who adds to the inbox of one of these agencies, until the transaction ends. Positions are
    /// given while the turn lasts, so an inbox never grows behind a reader's cursor; and an event and a subscription of the
    /// same agency never miss each other.
    /// </summary>
    public static async Task TakeTurnAsync(this NotificationDbContext db, IEnumerable<AgencyId> agencies, CancellationToken ct)
    {
        // One order for everyone, or two transactions would wait for each other.
        foreach (var agency in agencies.Select(agency => agency.Value).Distinct().Order(StringComparer.Ordinal))
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({agency}, 7301))", ct);
    }

    /// <summary>Adds lines about one record, each once, and saves them.</summary>
    public static async Task PostAsync(
        this NotificationDbContext db, IReadOnlyList<Notice> notices, Guid subject, DateTimeOffset occurredAt, string? service, CancellationToken ct)
    {
        await db.TakeTurnAsync(notices.Select(notice => notice.Agency), ct);
        foreach (var notice in notices.Distinct())
            db.Post(notice.Kind, subject, notice.Agency, occurredAt, notice.Staff, service);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Adds a line for an agency, or for one person of it.</summary>
    public static void Post(
        this NotificationDbContext db,
        InboxKind kind,
        Guid subject,
        AgencyId agency,
        DateTimeOffset occurredAt,
        StaffId? staff = null,
        string? service = null) =>
        db.InboxItems.Add(new InboxItem
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            SubjectId = subject,
            Agency = agency,
            Staff = staff,
            Service = service,
            OccurredAt = occurredAt,
        });
}
