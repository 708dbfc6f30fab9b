using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Referrals.Data;

/// <summary>Who may administer the directory, by the same decision that admits calls, on the owner's own tables.</summary>
public static class AbleAdministrators
{
    const string Area = "referral";

    /// <summary>Who may change the directory.</summary>
    public static IReadOnlySet<Role> Administrator { get; } = new HashSet<Role> { Role.Administrator };

    /// <summary>Pure decision whether anybody may.</summary>
    /// <param name="staff">Staff, or at least every administrator.</param>
    /// <param name="agencies">Their agencies.</param>
    /// <param name="agreements">Agreements of those.</param>
    /// <param name="now">Now.</param>
    public static bool Any(
        IReadOnlyCollection<StaffMember> staff, IReadOnlyCollection<Agency> agencies, IEnumerable<Agreement> agreements, DateTimeOffset now)
    {
        var directory = Snapshot(staff, agencies, agreements, now);
        return staff.Any(row => VerdictOn(new Caller(row.Id, row.Agency, Administrator, null), Administrator, directory, now) == AccessVerdict.Allowed);
    }

    /// <summary>
    /// Refuses a caller who was let in by what this replica knew, and may not act any more by what the directory's owner has written since.
    /// The caller of this holds the directory: of two who suspend each other at once, the second is refused. As nobody takes their own rights either
    /// (<see cref="OwnRights"/>), whoever makes a change is left to make the next one.
    /// </summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="roles">Roles of which one is needed.</param>
    /// <param name="now">Now.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ServiceDefaults.Primitives.Refusal">
    /// STAFF_UNKNOWN, STAFF_SUSPENDED, RIGHTS_EXPIRED, AGREEMENT_MISSING, AGREEMENT_SCOPE, ROLE_NOT_PERMITTED.
    /// </exception>
    public static async Task RequireStillAbleAsync(
        this ReferralDbContext db, Caller caller, IReadOnlySet<Role> roles, DateTimeOffset now, CancellationToken ct)
    {
        // The issuer vouches for programs, and the contract says what they may do.
        if (caller.Roles.Contains(Role.Service))
            return;
        var staff = await db.Staff.AsNoTracking().Where(row => row.Id == caller.Staff).ToListAsync(ct);
        var agencies = await db.Agencies.AsNoTracking().Where(row => row.Id == caller.Agency).ToListAsync(ct);
        var agreements = await db.Agreements.AsNoTracking().Where(row => row.Agency == caller.Agency).ToListAsync(ct);
        if (AccessErrors.Of(VerdictOn(caller, roles, Snapshot(staff, agencies, agreements, now), now)) is { } refusal)
            throw refusal;
    }

    static AccessVerdict VerdictOn(Caller caller, IReadOnlySet<Role> roles, DirectorySnapshot directory, DateTimeOffset now)
    {
        var standing = Standing.Of(directory, TimeSpan.Zero, caller, Area, now);
        return standing.Verdict == AccessVerdict.Allowed && !standing.Roles.Overlaps(roles) ? AccessVerdict.RoleNotPermitted : standing.Verdict;
    }

    static DirectorySnapshot Snapshot(
        IEnumerable<StaffMember> staff, IEnumerable<Agency> agencies, IEnumerable<Agreement> agreements, DateTimeOffset now)
    {
        var byAgency = agreements.ToLookup(
            row => row.Agency, row => new KnownAgreement(row.Scopes, row.StartsOn, row.EndsOn, row.EndedAt));
        return new(
            staff.ToDictionary(row => row.Id, row => new KnownStaff(row.Agency, RoleNames.Parse(row.Roles), row.ValidUntil, row.SuspendedAt is not null)),
            agencies.ToDictionary(row => row.Id, row => new KnownAgency(row.Id, AgencyKinds.CodeOf(row.Kind), [.. byAgency[row.Id]])),
            now,
            Complete: true);
    }
}
