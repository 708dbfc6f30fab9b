using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>How the directory stands to a caller: with which roles they may act in an area, or why they may not.</summary>
/// <param name="Verdict"><see cref="AccessVerdict.Allowed"/>, or the reason of the refusal.</param>
/// <param name="Roles">Roles that both the token and the directory give; none when refused.</param>
public sealed record Standing(AccessVerdict Verdict, IReadOnlySet<Role> Roles)
{
    static readonly IReadOnlySet<Role> None = new HashSet<Role>();
    static readonly IReadOnlySet<Role> Program = new HashSet<Role> { Role.Service };

    /// <summary>The standing of a caller who is not known.</summary>
    public static Standing OfNobody { get; } = new(AccessVerdict.StaffUnknown, None);

    /// <summary>Pure decision.</summary>
    /// <param name="directory">What is known.</param>
    /// <param name="limit">Greatest age of what is known.</param>
    /// <param name="caller">Who calls, as the verified token says.</param>
    /// <param name="area">Area called.</param>
    /// <param name="now">Now.</param>
    public static Standing Of(DirectorySnapshot directory, TimeSpan limit, Caller caller, string area, DateTimeOffset now)
    {
        // A program is vouched for by the issuer alone, has no other role beside that one, and is asked nothing here: the owner of
        // the directory could not be reached otherwise.
        if (caller.Roles.Contains(Role.Service))
            return new(AccessVerdict.Allowed, Program);
        if (!directory.IsUsable(now, limit))
            return Refused(AccessVerdict.DirectoryStale);
        // One who changed agencies comes with an old token until they sign in again.
        if (!directory.Staff.TryGetValue(caller.Staff, out var staff) || staff.Agency != caller.Agency
            || !directory.Agencies.TryGetValue(staff.Agency, out var agency))
            return OfNobody;
        if (staff.Suspended)
            return Refused(AccessVerdict.StaffSuspended);
        if (now >= staff.ValidUntil)
            return Refused(AccessVerdict.RightsExpired);
        var agreement = agency.NeedsAgreement ? Agreement(agency, area, now) : AccessVerdict.Allowed;
        return agreement == AccessVerdict.Allowed
            ? new(AccessVerdict.Allowed, caller.Roles.Intersect(staff.Roles).ToHashSet())
            : Refused(agreement);
    }

    static AccessVerdict Agreement(KnownAgency agency, string area, DateTimeOffset now)
    {
        var today = JapanCalendar.DayOf(now);
        var verdict = AccessVerdict.AgreementMissing;
        foreach (var agreement in agency.Agreements)
        {
            if (!agreement.IsLive(now, today))
                continue;
            if (agreement.Scopes.Contains(area, StringComparer.Ordinal))
                return AccessVerdict.Allowed;
            verdict = AccessVerdict.AgreementScope;
        }

        return verdict;
    }

    static Standing Refused(AccessVerdict verdict) => new(verdict, None);
}
