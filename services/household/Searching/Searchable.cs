using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>What of a resident is searched.</summary>
sealed record Searchable
{
    public required string Number { get; init; }

    public required string Name { get; init; }

    public required string Kana { get; init; }

    public required string FormerFamilyName { get; init; }

    public required string Alias { get; init; }

    public required string AliasKana { get; init; }

    public required string RomanName { get; init; }

    /// <summary>A partial date, or empty.</summary>
    public required string BirthDate { get; init; }

    public required Sex Sex { get; init; }

    public required string Address { get; init; }

    public required string Phone { get; init; }

    /// <summary>Names of any kind that the register held before.</summary>
    public string[] FormerNames { get; init; } = [];

    public string[] FormerAddresses { get; init; } = [];

    public string[] FormerPhones { get; init; } = [];

    /// <summary>Every name that the register holds now, as it is compared.</summary>
    public IEnumerable<NameForm> CurrentNames() =>
        new[] { Name, Kana, Alias, AliasKana, RomanName, WithFormerFamilyName() }.Where(n => n.Length > 0).SelectMany(NameForm.Of);

    /// <summary>Every name that it held before.</summary>
    public IEnumerable<NameForm> EarlierNames() => FormerNames.SelectMany(NameForm.Of);

    /// <summary>Every key by which the resident is found.</summary>
    public int[] Keys()
    {
        var keys = CurrentNames().Concat(EarlierNames()).SelectMany(NameKeys.Of)
            .Concat(BirthForm.Keys(BirthDate))
            .Concat(FormerPhones.Prepend(Phone).Select(PhoneDigits.Of).SelectMany(PhoneForm.Keys))
            .Concat(FormerAddresses.Prepend(Address).Select(AddressForm.Of).SelectMany(AddressForm.Keys))
            .ToHashSet();
        return [.. keys.Order()];
    }

    // 旧氏 stands in the register without a given name.
    string WithFormerFamilyName()
    {
        if (FormerFamilyName.Length == 0)
            return "";
        var given = Name.IndexOfAny([' ', '\u3000']);
        return given < 0 ? FormerFamilyName : $"{FormerFamilyName}{Name[given..]}";
    }
}
