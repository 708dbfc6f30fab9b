using Microsoft.EntityFrameworkCore;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;

namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>Reads and passes on grants.</summary>
public static class GrantQueries
{
    /// <summary>A record changed its owner: its grants are the new owner's to revoke.</summary>
    /// <param name="db">Context of the transaction; a program that may write grants.</param>
    /// <param name="resource">The record.</param>
    /// <param name="owner">Agency that owns it now.</param>
    /// <param name="ct">Cancels.</param>
    public static Task PassGrantsAsync(this ServiceDbContext db, Resource resource, AgencyId owner, CancellationToken ct) => db.Set<Grant>()
        .Where(grant => grant.ResourceKind == resource.Kind && grant.ResourceId == resource.Id && grant.Owner != owner)
        .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.Owner, owner), ct);

    /// <summary>Grants that name the caller, the caller's agency, or a meeting that it attends.</summary>
    internal static async Task<IQueryable<Grant>> ReceivedByAsync(this ServiceDbContext db, Caller caller, CancellationToken ct)
    {
        var (agency, staff) = (caller.Agency.Value, caller.Staff.Value);
        string[] meetings = [.. (await db.MeetingsOfAsync(caller.Agency, ct)).Select(meeting => meeting.ToString())];
        return db.Set<Grant>().AsNoTracking().Where(grant =>
            (grant.GranteeKind == GranteeKind.Agency && grant.GranteeId == agency)
            || (grant.GranteeKind == GranteeKind.Staff && grant.GranteeId == staff)
            || (grant.GranteeKind == GranteeKind.Meeting && meetings.Contains(grant.GranteeId)));
    }

    /// <summary>Those of them that open their record at a moment, as <see cref="SharingLaw.StateOf"/> says of each.</summary>
    internal static async Task<IQueryable<Grant>> OpenToAsync(
        this ServiceDbContext db, Caller caller, DirectorySnapshot directory, DateTimeOffset now, CancellationToken ct)
    {
        var (agency, staff, meeting) = (
            directory.CarryingTo(Grantee.Agency(caller.Agency), now),
            directory.CarryingTo(Grantee.Staff(caller.Staff), now),
            directory.CarryingTo(Grantee.Meeting(Guid.Empty), now));
        return (await db.ReceivedByAsync(caller, ct)).Where(grant => grant.RevokedAt == null && grant.ExpiresAt > now
            && ((grant.GranteeKind == GranteeKind.Agency && agency.Contains(grant.Basis))
                || (grant.GranteeKind == GranteeKind.Staff && staff.Contains(grant.Basis))
                || (grant.GranteeKind == GranteeKind.Meeting && meeting.Contains(grant.Basis))));
    }

    /// <summary>A page of grants, newest first.</summary>
    internal static Task<(IReadOnlyList<Grant> Rows, string NextPageToken)> PageAsync(
        this IQueryable<Grant> grants, int size, TimeKey? before, CancellationToken ct)
    {
        if (before is { } key)
            grants = grants.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.CreatedAt, row.Id), ValueTuple.Create(key.At, key.Id)));
        return grants.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
            .PageAsync(size, row => new TimeKey(row.CreatedAt, row.Id), ct);
    }
}
