using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>A member of an agency's staff.</summary>
public sealed class StaffMember
{
    /// <summary>Subject of the staff member's token.</summary>
    public required StaffId Id { get; init; }

    /// <summary>Agency the staff member belongs to.</summary>
    public required AgencyId Agency { get; set; }

    /// <summary>Name as colleagues read it.</summary>
    public required string Name { get; set; }

    /// <summary>Role names of the contract in lower case without prefix, such as <c>caseworker</c>.</summary>
    public required IReadOnlyList<string> Roles { get; set; }
}
