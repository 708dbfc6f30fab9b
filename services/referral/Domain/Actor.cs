using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>Who acts, and for which agency.</summary>
/// <param name="Staff">Staff member.</param>
/// <param name="Agency">Agency the staff member belongs to.</param>
public readonly record struct Actor(StaffId Staff, AgencyId Agency);
