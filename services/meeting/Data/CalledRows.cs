using Microsoft.EntityFrameworkCore;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Data;

/// <summary>Called meetings, counted over all agencies, which nobody sees row by row.</summary>
static class CalledRows
{
    /// <summary>Row-level security lets them be counted under this name alone.</summary>
    public const string Principal = "handler:preview-meeting-rules";

    /// <summary>Meetings that are called for a stretch of days, counted by what the rules look at.</summary>
    /// <param name="db">Context of the transaction, which counts and does nothing else from now on.</param>
    /// <param name="from">Earliest beginning.</param>
    /// <param name="until">First day (Japan) that no longer counts; null: all that come.</param>
    /// <param name="directory">Which agency is of what kind.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IEnumerable<CalledMeetings>> CalledAsync(
        this MeetingDbContext db, DateTimeOffset from, DateOnly? until, StaffDirectory directory, CancellationToken ct)
    {
        await db.ActAsAsync(Principal, ct);
        var end = until is { } day ? JapanCalendar.StartOf(day) : DateTimeOffset.MaxValue;
        var alike = await db.Meetings
            .Where(meeting => meeting.State == MeetingState.Called && meeting.StartsAt >= from && meeting.StartsAt < end)
            // The day alone is there for meetings that were called before consents were recorded.
            .GroupBy(meeting => new { meeting.Kind, meeting.Convener, Consented = meeting.ConsentDate != null })
            .Select(same => new { same.Key.Kind, same.Key.Convener, same.Key.Consented, Count = same.Count() })
            .ToListAsync(ct);
        return alike.Select(one => new CalledMeetings(one.Kind, directory.ConvenerOf(one.Convener), one.Consented, one.Count));
    }
}
