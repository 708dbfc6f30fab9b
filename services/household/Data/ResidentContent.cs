using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Data;

/// <summary>What a row of the resident register tells about a person, and since when.</summary>
abstract class ResidentContent
{
    public Guid HouseholdId { get; init; }

    public ResidentStatus Status { get; init; }

    /// <summary>氏名 as received; 外字 as private use characters.</summary>
    public required string Name { get; init; }

    public required string Kana { get; init; }

    public required string FormerFamilyName { get; init; }

    public required string Alias { get; init; }

    public required string AliasKana { get; init; }

    public required string RomanName { get; init; }

    public Sex Sex { get; init; }

    /// <summary>A partial date, or empty.</summary>
    public required string BirthDate { get; init; }

    public required string[] RelationshipCodes { get; init; }

    public required string Relationship { get; init; }

    /// <summary>記載順位.</summary>
    public int Position { get; init; }

    public required string PostalCode { get; init; }

    public required string TownCode { get; init; }

    public required string Address { get; init; }

    public required string Phone { get; init; }

    public required string Nationality { get; init; }

    /// <summary>異動年月日.</summary>
    public DateOnly? ChangedOn { get; init; }

    /// <summary>1-based physical line of the row in the file of <see cref="ImportId"/>; 0 where it was not kept.</summary>
    public int Line { get; init; }

    public Guid Hash { get; init; }

    /// <summary>Import that wrote the row as it is; its file holds it.</summary>
    public Guid ImportId { get; init; }

    /// <summary>First data date (基準日) on which the row holds.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>Since when the row is known to hold so.</summary>
    public DateTimeOffset KnownFrom { get; init; }
}
