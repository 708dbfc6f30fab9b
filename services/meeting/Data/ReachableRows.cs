using Microsoft.EntityFrameworkCore;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Data;

/// <summary>Rows within an agency's reach; one out of reach is answered as absent.</summary>
static class ReachableRows
{
    /// <summary>A meeting that the agency itself called: it alone changes it.</summary>
    public static Task<Meeting> OwnMeetingAsync(this MeetingDbContext db, MeetingId id, AgencyId agency, CancellationToken ct) =>
        db.Meetings.Where(m => m.Convener == agency).FindAsync(id, ct);

    /// <summary>A meeting that the agency called or is invited to.</summary>
    public static Task<Meeting> MeetingAsync(this MeetingDbContext db, MeetingId id, AgencyId agency, CancellationToken ct) =>
        db.Meetings.AttendedBy(agency).FindAsync(id, ct);

    /// <summary>Meetings that the agency called or is invited to.</summary>
    public static IQueryable<Meeting> AttendedBy(this IQueryable<Meeting> meetings, AgencyId agency) =>
        meetings.Where(m => m.Convener == agency || m.Invitations.Any(i => i.Agency == agency));

    static async Task<Meeting> FindAsync(this IQueryable<Meeting> meetings, MeetingId id, CancellationToken ct) =>
        await meetings.AsSingleQuery().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw MeetingErrors.MeetingNotFound();
}
