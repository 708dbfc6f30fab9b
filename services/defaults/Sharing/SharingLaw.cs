using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Sharing;

/// <summary>What the rules say about somebody whom the directory knows. Pure; whatever is not known carries nothing.</summary>
public static class SharingLaw
{
    /// <summary>True when a basis carries to a grantee at a moment.</summary>
    /// <param name="directory">What is known of agencies, staff and rules.</param>
    /// <param name="basis">法的根拠.</param>
    /// <param name="grantee">To whom.</param>
    /// <param name="now">Moment asked about.</param>
    public static bool Carries(this DirectorySnapshot directory, GrantBasis basis, Grantee grantee, DateTimeOffset now) =>
        directory.Sharing.InForce(basis, now) is { } rule && rule.CarriesTo(grantee.Kind, directory.KindOf(grantee));

    /// <summary>
    /// Where a grant stands under the rules of the moment: one that was given lawfully opens nothing while they do not let its basis carry to its grantee.
    /// </summary>
    /// <param name="directory">What is known of agencies, staff and rules.</param>
    /// <param name="grant">The grant.</param>
    /// <param name="now">Moment asked about.</param>
    public static GrantState StateOf(this DirectorySnapshot directory, Grant grant, DateTimeOffset now) =>
        grant.StateAt(now) is not GrantState.Live and var ended ? ended
        : directory.Carries(grant.Basis, grant.Grantee, now) ? GrantState.Live
        : GrantState.Suspended;

    /// <summary>Bases that carry to a sort of grantee at a moment.</summary>
    /// <param name="directory">What is known of agencies, staff and rules.</param>
    /// <param name="grantee">To whom; of a meeting the id is not asked.</param>
    /// <param name="now">Moment asked about.</param>
    internal static IReadOnlyList<GrantBasis> CarryingTo(this DirectorySnapshot directory, Grantee grantee, DateTimeOffset now) =>
        [.. Enum.GetValues<GrantBasis>().Where(basis => directory.Carries(basis, grantee, now))];

    /// <summary>A grantee as a consent may name it.</summary>
    /// <param name="directory">Who works where, and which agency is of what kind.</param>
    /// <param name="grantee">To whom.</param>
    public static ConsentRecipient RecipientOf(this DirectorySnapshot directory, Grantee grantee) =>
        new(grantee.Kind is GranteeKind.Meeting, directory.AgencyOf(grantee), directory.KindOf(grantee));

    internal static string? KindOf(this DirectorySnapshot directory, Grantee grantee) =>
        directory.AgencyOf(grantee) is { } agency ? directory.Agencies.GetValueOrDefault(agency)?.Kind : null;

    internal static AgencyId? AgencyOf(this DirectorySnapshot directory, Grantee grantee) => grantee.Kind switch
    {
        GranteeKind.Agency => new AgencyId(grantee.Id),
        GranteeKind.Staff => directory.Staff.GetValueOrDefault(new(grantee.Id))?.Agency,
        GranteeKind.Meeting => null,
    };
}
