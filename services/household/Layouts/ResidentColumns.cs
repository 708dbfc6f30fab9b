using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Layouts;

/// <summary>Columns of the resident register.</summary>
sealed record ResidentColumns
{
    public required string HouseholdNumber { get; init; }

    public required string Status { get; init; }

    public required IReadOnlyDictionary<string, ResidentStatus> StatusCodes { get; init; }

    public required string Name { get; init; }

    public required string Kana { get; init; }

    public string? FormerFamilyName { get; init; }

    public string? Alias { get; init; }

    public string? AliasKana { get; init; }

    public string? RomanName { get; init; }

    public required string Sex { get; init; }

    public required IReadOnlyDictionary<string, Sex> SexCodes { get; init; }

    public required DateColumn BirthDate { get; init; }

    /// <summary>続柄 codes in the order in which they compose.</summary>
    public required IReadOnlyList<string> RelationshipCodes { get; init; }

    /// <summary>続柄 as the register words it.</summary>
    public required string Relationship { get; init; }

    /// <summary>記載順位 within the household.</summary>
    public required string Position { get; init; }

    public string? PostalCode { get; init; }

    public string? TownCode { get; init; }

    /// <summary>Parts of the address, joined in order.</summary>
    public required IReadOnlyList<string> Address { get; init; }

    /// <summary>方書, set apart from the address by a space.</summary>
    public string? Building { get; init; }

    public string? Nationality { get; init; }

    public string? Phone { get; init; }

    /// <summary>異動年月日 of the latest event.</summary>
    public DateColumn? ChangedOn { get; init; }

    /// <summary>Every column named here.</summary>
    public IEnumerable<string?> Kept() => Named().Select(n => n.Column).Concat([BirthDate.Column, ChangedOn?.Column]);

    /// <summary>Every column named here but those of dates, by the field of the contract's definition.</summary>
    public IEnumerable<(string Field, string Column)> Named() =>
        new (string, string?)[]
        {
            ("household_number", HouseholdNumber), ("status", Status), ("name", Name), ("kana", Kana),
            ("former_family_name", FormerFamilyName), ("alias", Alias), ("alias_kana", AliasKana), ("roman_name", RomanName), ("sex", Sex),
            ("relationship", Relationship), ("position", Position), ("postal_code", PostalCode), ("town_code", TownCode),
            ("building", Building), ("nationality", Nationality), ("phone", Phone),
        }
            .Concat(RelationshipCodes.Select((c, i) => ($"relationship_codes[{i}]", (string?)c)))
            .Concat(Address.Select((c, i) => ($"address[{i}]", (string?)c)))
            .Where(n => n.Item2 is not null)
            .Select(n => (n.Item1, n.Item2 ?? ""));
}
