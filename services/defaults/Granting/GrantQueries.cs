using Microsoft.EntityFrameworkCore;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>Reads grants within a caller's reach.</summary>
static class GrantQueries
{
    /// <summary>Grants that name the caller, the caller's agency, or a meeting that it attends.</summary>
    public static async Task<IQueryable<Grant>> ReceivedByAsync(this ServiceDbContext db, Caller caller, CancellationToken ct)
    {
        var (agency, staff) = (caller.Agency.Value, caller.Staff.Value);
        string[] meetings = [.. (await db.MeetingsOfAsync(caller.Agency, ct)).Select(meeting => meeting.ToString())];
        return db.Set<Grant>().AsNoTracking().Where(grant =>
            (grant.GranteeKind == GranteeKind.Agency && grant.GranteeId == agency)
            || (grant.GranteeKind == GranteeKind.Staff && grant.GranteeId == staff)
            || (grant.GranteeKind == GranteeKind.Meeting && meetings.Contains(grant.GranteeId)));
    }

    /// <summary>A page of grants, newest first.</summary>
    public static Task<(IReadOnlyList<Grant> Rows, string NextPageToken)> PageAsync(
        this IQueryable<Grant> grants, int size, TimeKey? before, CancellationToken ct)
    {
        if (before is { } key)
            grants = grants.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.CreatedAt, row.Id), ValueTuple.Create(key.At, key.Id)));
        return grants.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
            .PageAsync(size, row => new TimeKey(row.CreatedAt, row.Id), ct);
    }
}
