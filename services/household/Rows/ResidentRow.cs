using Tsunagu.Households.Domain;
using Tsunagu.Households.Searching;

namespace Tsunagu.Households.Rows;

/// <summary>A row of the resident register, ready to be staged.</summary>
sealed record ResidentRow
{
    public required int Line { get; init; }

    public required string Number { get; init; }

    public required string HouseholdNumber { get; init; }

    public required ResidentStatus Status { get; init; }

    /// <summary>氏名 as received; 外字 as private use characters.</summary>
    public required string Name { get; init; }

    public required string Kana { get; init; }

    public required string FormerFamilyName { get; init; }

    public required string Alias { get; init; }

    public required string AliasKana { get; init; }

    public required string RomanName { get; init; }

    public required Sex Sex { get; init; }

    /// <summary>Null when the register holds no date that can be read.</summary>
    public required PartialDate? BirthDate { get; init; }

    public required string[] RelationshipCodes { get; init; }

    public required string Relationship { get; init; }

    public required int Position { get; init; }

    public required string PostalCode { get; init; }

    public required string TownCode { get; init; }

    public required string Address { get; init; }

    public required string Phone { get; init; }

    public required string Nationality { get; init; }

    public required DateOnly? ChangedOn { get; init; }

    public required Guid Hash { get; init; }

    /// <summary>Every key by which the person is found.</summary>
    public int[] SearchKeys() => new Searchable
    {
        Number = Number,
        Name = Name,
        Kana = Kana,
        FormerFamilyName = FormerFamilyName,
        Alias = Alias,
        AliasKana = AliasKana,
        RomanName = RomanName,
        BirthDate = BirthDate?.ToString() ?? "",
        Sex = Sex,
        Address = Address,
        Phone = Phone,
    }.Keys();
}
