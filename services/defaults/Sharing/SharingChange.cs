using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Granting;

namespace Tsunagu.ServiceDefaults.Sharing;

/// <summary>What other rules would change for grants of one basis to one sort of grantee.</summary>
/// <param name="Basis">法的根拠.</param>
/// <param name="Grantee">What sort of grantee.</param>
/// <param name="AgencyKind">Kind of the agency that is the grantee, or that the grantee is of; null for a meeting.</param>
/// <param name="Closed">Grants that open their record and would not.</param>
/// <param name="Opened">Grants that would open their record and do not.</param>
public sealed record SharingChange(GrantBasis Basis, GranteeKind Grantee, string? AgencyKind, int Closed, int Opened)
{
    /// <summary>Pure comparison of the rules as they are approved with others, at one moment.</summary>
    /// <param name="grants">How many grants there are of a basis to a grantee.</param>
    /// <param name="directory">Who is of what kind, and the rules as they are approved.</param>
    /// <param name="other">The other rules.</param>
    /// <param name="at">Moment asked about.</param>
    /// <returns>What changes, in the order of basis and grantee; nothing for a grantee whom the directory does not know, to whom nothing carries.</returns>
    public static IReadOnlyList<SharingChange> Between(
        IEnumerable<(GrantBasis Basis, Grantee Grantee, int Count)> grants, DirectorySnapshot directory, SharingRules other, DateTimeOffset at)
    {
        var after = directory with { Sharing = other };
        return [.. grants
            .Select(one => (one.Basis, one.Grantee.Kind, AgencyKind: directory.KindOf(one.Grantee), one.Count,
                Before: directory.Carries(one.Basis, one.Grantee, at), After: after.Carries(one.Basis, one.Grantee, at)))
            .Where(one => one.Before != one.After)
            .GroupBy(one => (one.Basis, one.Kind, one.AgencyKind))
            .OrderBy(same => same.Key.Basis).ThenBy(same => same.Key.Kind).ThenBy(same => same.Key.AgencyKind, StringComparer.Ordinal)
            .Select(same => new SharingChange(
                same.Key.Basis, same.Key.Kind, same.Key.AgencyKind,
                same.Where(one => one.Before).Sum(one => one.Count), same.Where(one => one.After).Sum(one => one.Count)))];
    }
}
