using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;

namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>Whom a grant names, and who approved it, have to be in the directory; and the rules have to let its basis carry to them.</summary>
public static class GrantParties
{
    static readonly HashSet<Role> Approving = [Role.Coordinator, Role.Manager];

    /// <summary>
    /// Whose standing is asked about before somebody counts as approver: a coordinator or manager of the owning agency who may act at present.
    /// </summary>
    /// <param name="approver">承認者.</param>
    /// <param name="owner">Agency that owns the record.</param>
    public static Caller ApproverOf(StaffId approver, AgencyId owner) => new(approver, owner, Approving, null);

    /// <summary>The rule of a basis, for somebody who may open a record on it. Pure.</summary>
    /// <param name="basis">法的根拠.</param>
    /// <param name="directory">What is known.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="now">Moment of granting.</param>
    /// <exception cref="Refusal">GRANT_BASIS_NOT_IN_FORCE, GRANT_BASIS_ROLE.</exception>
    public static SharingRule RequireRule(GrantBasis basis, DirectorySnapshot directory, Caller caller, DateTimeOffset now)
    {
        var rule = directory.Sharing.InForce(basis, now) ?? throw GrantErrors.BasisNotInForce();
        return rule.Givers.Overlaps(caller.Roles) ? rule : throw GrantErrors.BasisRole();
    }

    /// <summary>Pure rule.</summary>
    /// <param name="terms">What is asked for.</param>
    /// <param name="directory">What is known.</param>
    /// <param name="approver">Standing of the approver as <see cref="ApproverOf"/>; null when none was named.</param>
    /// <param name="now">Moment of granting.</param>
    /// <exception cref="Refusal">GRANT_GRANTEE_UNKNOWN, GRANT_BASIS_GRANTEE, GRANT_APPROVER_INVALID.</exception>
    public static void Require(GrantTerms terms, DirectorySnapshot directory, Standing? approver, DateTimeOffset now)
    {
        if (!Knows(directory, terms.Grantee)) throw GrantErrors.GranteeUnknown();
        if (!directory.Carries(terms.Basis, terms.Grantee, now)) throw GrantErrors.BasisGrantee();
        if (approver is not null && (approver.Verdict != AccessVerdict.Allowed || approver.Roles.Count == 0)) throw GrantErrors.ApproverInvalid();
    }

    // Which meetings there are is not the directory's to know; a grant for one that nobody attends opens nothing.
    static bool Knows(DirectorySnapshot directory, Grantee grantee) => grantee.Kind switch
    {
        GranteeKind.Agency => directory.Agencies.ContainsKey(new(grantee.Id)),
        GranteeKind.Staff => directory.Staff.ContainsKey(new(grantee.Id)),
        GranteeKind.Meeting => true,
    };
}
