using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Linking;

/// <summary>A person of the register, as far as descriptions are compared with it.</summary>
sealed record LinkResident
{
    public required Guid Id { get; init; }

    public required Guid HouseholdId { get; init; }

    public required string Name { get; init; }

    public required string Kana { get; init; }

    /// <summary>旧氏.</summary>
    public string FormerFamilyName { get; init; } = "";

    /// <summary>通称.</summary>
    public string Alias { get; init; } = "";

    public string AliasKana { get; init; } = "";

    public string RomanName { get; init; } = "";

    /// <summary>Names of earlier days in any script, where the register tells them.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    public required PartialDate? BirthDate { get; init; }

    public required Sex Sex { get; init; }

    public required string Address { get; init; }

    /// <summary>Addresses of earlier days, where the register tells them.</summary>
    public IReadOnlyList<string> FormerAddresses { get; init; } = [];

    public required string Phone { get; init; }
}
