using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>
/// The one decision whether a row is shown to a caller whose call is permitted: its owner, whom it is addressed to, a live grant; deny by
/// default. Row-level security says the same once more in the database.
/// </summary>
public static class RowDecision
{
    /// <summary>Pure decision.</summary>
    /// <param name="rule">Rule of the method.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="row">The row.</param>
    /// <param name="grants">Grants on the row; others are passed over.</param>
    /// <param name="meetings">Meetings that the caller's agency attends.</param>
    /// <param name="directory">Who is of what kind, and what each legal basis carries.</param>
    /// <param name="now">Moment of the decision.</param>
    public static RowVerdict Decide(
        RowRule rule, Caller caller, RowFacts row, IEnumerable<Grant> grants, IReadOnlySet<Guid> meetings, DirectorySnapshot directory, DateTimeOffset now) =>
        Ground(rule, caller, row.Owner, row.Receivers) is { } ground ? RowVerdict.Allow(ground)
        : rule is RowRule.OwnOrGranted ? ByGrants([.. grants.Where(grant => grant.Names(row.Resource, caller, meetings))], caller.Purpose, directory, now)
        : RowVerdict.Refuse(RowReason.Foreign);

    /// <summary>What opens a row without a grant, or null.</summary>
    internal static RowReason? Ground(RowRule rule, Caller caller, AgencyId owner, IEnumerable<AgencyId> receivers) => rule switch
    {
        RowRule.Shared => RowReason.Shared,
        RowRule.OwnAgency => Same(caller.Agency, owner) ? RowReason.Own : null,
        RowRule.OwnOrReceiver or RowRule.OwnOrGranted => Same(caller.Agency, owner) ? RowReason.Own
            : receivers.Any(receiver => Same(caller.Agency, receiver)) ? RowReason.Receiver
            : null,
        // Which row is opened so is for the handler of that call to decide.
        RowRule.BreakGlass or RowRule.Unspecified => null,
    };

    // Items of several live grants add up; one without items opens all.
    static RowVerdict ByGrants(List<Grant> grants, string? purpose, DirectorySnapshot directory, DateTimeOffset now)
    {
        var live = grants.FindAll(grant => directory.StateOf(grant, now) is GrantState.Live && grant.Serves(purpose));
        if (live.Find(grant => grant.Items.Count == 0) is { } whole)
            return RowVerdict.Allow(RowReason.Granted, whole);
        if (live.Count > 0)
            return new(RowOutcome.Mask, RowReason.Granted, live.SelectMany(grant => grant.Items).ToHashSet(StringComparer.Ordinal), live);
        return grants.MaxBy(grant => grant.CreatedAt) is { } last
            ? RowVerdict.Refuse(ReasonOf(directory.StateOf(last, now)), last)
            : RowVerdict.Refuse(RowReason.Foreign);
    }

    static RowReason ReasonOf(GrantState state) => state switch
    {
        // It would have opened the row for one of its own purposes.
        GrantState.Live => RowReason.GrantPurpose,
        GrantState.Expired => RowReason.GrantExpired,
        GrantState.Revoked => RowReason.GrantRevoked,
        GrantState.Suspended => RowReason.GrantSuspended,
    };

    static bool Names(this Grant grant, Resource resource, Caller caller, IReadOnlySet<Guid> meetings) =>
        grant.ResourceKind == resource.Kind && grant.ResourceId == resource.Id && grant.GranteeKind switch
        {
            GranteeKind.Agency => Same(caller.Agency, new(grant.GranteeId)),
            GranteeKind.Staff => caller.Staff.Value.Length > 0 && string.Equals(caller.Staff.Value, grant.GranteeId, StringComparison.Ordinal),
            GranteeKind.Meeting => Guid.TryParse(grant.GranteeId, out var meeting) && meetings.Contains(meeting),
        };

    // No agency never equals no agency: a program without one must not reach a row that lost its owner.
    static bool Same(AgencyId caller, AgencyId other) =>
        !string.IsNullOrEmpty(caller.Value) && string.Equals(caller.Value, other.Value, StringComparison.Ordinal);
}
