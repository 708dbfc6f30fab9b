using Microsoft.EntityFrameworkCore;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Data;

/// <summary>Rows within an agency's reach; one out of reach is answered as absent.</summary>
static class ReachableRows
{
    /// <summary>Meetings that the agency called or is invited to.</summary>
    public static IQueryable<Meeting> AttendedBy(this IQueryable<Meeting> meetings, AgencyId agency) =>
        meetings.Where(m => m.Convener == agency || m.Invitations.Any(i => i.Agency == agency));

    /// <summary>A meeting within the agency's reach, with its invitations and decisions.</summary>
    public static async Task<Meeting> OneAsync(this IQueryable<Meeting> meetings, MeetingId id, AgencyId agency, CancellationToken ct) =>
        await meetings.AttendedBy(agency).AsSingleQuery().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw MeetingErrors.MeetingNotFound();

    /// <summary>A meeting that the agency may change: an invited one already knows of it, and is told that it may not.</summary>
    public static async Task<Meeting> OneToChangeAsync(this IQueryable<Meeting> meetings, MeetingId id, AgencyId agency, CancellationToken ct)
    {
        var meeting = await meetings.OneAsync(id, agency, ct);
        return meeting.Convener == agency ? meeting : throw MeetingErrors.ConvenerOnly();
    }
}
