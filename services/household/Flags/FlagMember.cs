namespace Tsunagu.Households.Flags;

/// <summary>What the rules may ask of a current member of a household.</summary>
/// <param name="Age">Full years on the day of the view; null when the year of birth is unknown.</param>
/// <param name="Kin">続柄 codes joined by hyphens, such as <c>20</c> or <c>20-12</c>; empty when the register has none.</param>
/// <param name="Foreign">Whether the register has a nationality.</param>
/// <param name="Address">As the register has it; the 方書 is set apart by a full-width space.</param>
/// <param name="OpenSchemes">制度 of the records in force.</param>
readonly record struct FlagMember(int? Age, string Kin, bool Foreign, string Address, IReadOnlyCollection<string> OpenSchemes);
