using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Data;

/// <summary>A person of the resident register, as the latest file has it; written by set-based merge alone.</summary>
sealed class Resident
{
    public Guid Id { get; init; }

    /// <summary>宛名番号.</summary>
    public required string Number { get; init; }

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

    public required string SearchNames { get; init; }

    public required string SearchKana { get; init; }

    public Guid Hash { get; init; }

    public Guid FirstImportId { get; init; }

    /// <summary>Import that wrote the row as it is.</summary>
    public Guid ImportId { get; init; }

    /// <summary>Since when the row is known as it is.</summary>
    public DateTimeOffset KnownFrom { get; init; }

    /// <summary>Import whose file no longer held the person.</summary>
    public Guid? WithdrawnImportId { get; init; }
}
