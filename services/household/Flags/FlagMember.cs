using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Flags;

/// <summary>What the rules may ask of a current member of a household.</summary>
/// <param name="Age">Full years on the day of the view; null when the year of birth is unknown.</param>
/// <param name="Kin">続柄 codes joined by hyphens, such as <c>20</c> or <c>20-12</c>; empty when the register has none.</param>
/// <param name="Foreign">Whether the register has a nationality.</param>
/// <param name="Address">As the register has it, hidden or not, because a flag tells no place; the 方書 is set apart by a full-width space.</param>
/// <param name="OpenSchemes">制度 of the records in force.</param>
readonly record struct FlagMember(int? Age, string Kin, bool Foreign, string Address, IReadOnlyCollection<string> OpenSchemes)
{
    /// <summary>A member as the register tells.</summary>
    /// <param name="content">Row of the register.</param>
    /// <param name="day">The day that is asked about.</param>
    /// <param name="openSchemes">制度 of the member's records in force on the day.</param>
    public static FlagMember Of(ResidentContent content, DateOnly day, IEnumerable<string> openSchemes) => new(
        PartialDate.AgeOn(content.BirthDate, day),
        string.Join('-', content.RelationshipCodes),
        content.Nationality.Length > 0,
        Glyphs.Display(content.Address),
        [.. openSchemes.Distinct()]);
}
