using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>A staff member as the directory has them; without a name.</summary>
/// <param name="Agency">Agency the staff member acts for.</param>
/// <param name="Roles">Roles that the directory gives.</param>
/// <param name="ValidUntil">When the rights end (exclusive).</param>
/// <param name="Suspended">True while they are suspended.</param>
public sealed record KnownStaff(AgencyId Agency, IReadOnlySet<Role> Roles, DateTimeOffset ValidUntil, bool Suspended);
