using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>Whom a grant names.</summary>
/// <param name="Kind">What sort of grantee.</param>
/// <param name="Id">Code of the agency, subject of the staff member's token, or UUID of the meeting in its usual form.</param>
public readonly record struct Grantee(GranteeKind Kind, string Id)
{
    /// <summary>All of an agency.</summary>
    public static Grantee Agency(AgencyId id) => new(GranteeKind.Agency, id.Value);

    /// <summary>One staff member.</summary>
    public static Grantee Staff(StaffId id) => new(GranteeKind.Staff, id.Value);

    /// <summary>Whoever attends a meeting.</summary>
    public static Grantee Meeting(Guid id) => new(GranteeKind.Meeting, id.ToString());
}
