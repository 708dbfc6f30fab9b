using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;

namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>Who may break the glass, and of which records. Pure.</summary>
public static class BreakGlassLaw
{
    static readonly HashSet<Role> Opening = [Role.Caseworker, Role.Coordinator, Role.Manager];

    /// <summary>The rule of an emergency, for somebody who may act on it alone.</summary>
    /// <param name="directory">What is known of agencies, staff and rules.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="now">Moment of opening.</param>
    /// <exception cref="Refusal">BREAK_GLASS_NOT_ALLOWED.</exception>
    public static SharingRule RequireRule(DirectorySnapshot directory, Caller caller, DateTimeOffset now) =>
        directory.Carries(GrantBasis.Emergency, Grantee.Staff(caller.Staff), now)
            && directory.Sharing.InForce(GrantBasis.Emergency, now) is { Approver: false } rule
            && caller.Roles.Any(role => Opening.Contains(role) && rule.Givers.Contains(role))
            ? rule
            : throw BreakGlassErrors.NotAllowed();

    /// <summary>The record is closed to the caller, or shown in part, and its owner did not just close it.</summary>
    /// <param name="verdict">What a read would be decided.</param>
    /// <param name="grants">Grants on the record that name the caller.</param>
    /// <param name="now">Moment of opening.</param>
    /// <exception cref="Refusal">BREAK_GLASS_OWN, BREAK_GLASS_OPEN, BREAK_GLASS_ENDED.</exception>
    public static void RequireClosed(RowVerdict verdict, IEnumerable<Grant> grants, DateTimeOffset now)
    {
        if (verdict.Reason is RowReason.Own) throw BreakGlassErrors.Own();
        if (verdict.Outcome is RowOutcome.Allow) throw BreakGlassErrors.AlreadyOpen();
        if (grants.Any(grant => grant.SourceKind == GrantSource.BreakGlassKind && grant.RevokedAt is not null && now < grant.ExpiresAt))
            throw BreakGlassErrors.Ended();
    }
}
