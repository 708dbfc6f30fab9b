using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Layouts;

/// <summary>What a source without a key writes down about the person of a record; at least one column of it.</summary>
sealed record PersonColumns
{
    public string? Name { get; init; }

    /// <summary>フリガナ in any width or script.</summary>
    public string? Kana { get; init; }

    public DateColumn? BirthDate { get; init; }

    public string? Sex { get; init; }

    public IReadOnlyDictionary<string, Sex> SexCodes { get; init; } = new Dictionary<string, Sex>();

    public string? Address { get; init; }

    public string? Phone { get; init; }

    /// <summary>Every column named here.</summary>
    public IEnumerable<string> Kept() => Named().Select(n => n.Column).Concat(new[] { BirthDate?.Column }.OfType<string>());

    /// <summary>Every column named here but that of the date, by the field of the contract's definition.</summary>
    public IEnumerable<(string Field, string Column)> Named() =>
        new[] { ("name", Name), ("kana", Kana), ("sex", Sex), ("address", Address), ("phone", Phone) }
            .Where(n => n.Item2 is not null)
            .Select(n => (n.Item1, n.Item2 ?? ""));
}
