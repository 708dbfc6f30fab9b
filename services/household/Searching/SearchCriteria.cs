using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>What residents are searched by; null where nothing is asked. Everything asked must hold, with one typing error in all.</summary>
sealed record SearchCriteria
{
    /// <summary>15 digits.</summary>
    public string? Number { get; init; }

    public NameQuery? Name { get; init; }

    public NameQuery? Kana { get; init; }

    public PartialDate? Born { get; init; }

    /// <summary>Full years on <see cref="Today"/>; a year off fits as well.</summary>
    public int? Age { get; init; }

    /// <summary>Narrows and finds nobody by itself.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Writings of the address, each in parts; empty when none is asked.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Address { get; init; } = [];

    /// <summary>Digits, whole or the last of them.</summary>
    public string? Phone { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>True when something is asked that tells where somebody is.</summary>
    public bool AsksWhere => Phone is not null || Address.Count > 0;

    /// <summary>True when nothing is asked by which anybody could be found.</summary>
    public bool Empty =>
        this is { Number: null, Name: null, Kana: null, Born: null, Age: null, Phone: null } && !AddressForm.Keys(Address.SelectMany(parts => parts)).Any();
}
