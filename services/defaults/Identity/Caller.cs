using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Identity;

/// <summary>Who calls, on whose behalf and why: taken from the verified token and the purpose given with the call.</summary>
/// <param name="Staff">Subject of the token.</param>
/// <param name="Agency">Agency of the staff member; empty for a program that belongs to none.</param>
/// <param name="Roles">Roles of the token that this suite knows.</param>
/// <param name="Purpose">Purpose code of the call, or null when none was given.</param>
public sealed record Caller(StaffId Staff, AgencyId Agency, IReadOnlySet<Role> Roles, string? Purpose);
