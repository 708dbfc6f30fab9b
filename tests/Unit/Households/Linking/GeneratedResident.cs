using Tsunagu.Households.Domain;
using Tsunagu.Households.Linking;

namespace Tsunagu.Tests.Unit.Households.Linking;

/// <summary>A person of a generated register.</summary>
sealed record GeneratedResident
{
    public required Guid Id { get; init; }

    public required Guid Household { get; init; }

    public required (string Kanji, string Kana) Family { get; init; }

    public required (string Kanji, string Kana) Given { get; init; }

    public required bool Male { get; init; }

    public required DateOnly Born { get; init; }

    public required GeneratedHome Home { get; init; }

    public required string Phone { get; init; }

    public (string Kanji, string Kana)? MaidenName { get; init; }

    public ((string Kanji, string Kana) Family, (string Kanji, string Kana) Given)? Alias { get; init; }

    /// <summary>The row of the register: one birth date in eighty lacks its day, one sex in two hundred is blank.</summary>
    public LinkResident Row()
    {
        var chance = (uint)Id.GetHashCode();
        return new LinkResident
        {
            Id = Id,
            HouseholdId = Household,
            Name = Given.Kanji.Length == 0 ? Family.Kanji : $"{Family.Kanji}　{Given.Kanji}",
            Kana = $"{Family.Kana}　{Given.Kana}",
            Alias = Alias is { } alias ? $"{alias.Family.Kanji}　{alias.Given.Kanji}" : "",
            AliasKana = Alias is { } kana ? $"{kana.Family.Kana}　{kana.Given.Kana}" : "",
            RomanName = Given.Kanji.Length == 0 ? Family.Kanji : "",
            FormerFamilyName = MaidenName is { } maiden && chance % 3 == 0 ? maiden.Kanji : "",
            BirthDate = chance % 80 == 0 ? new PartialDate(Born.Year, Born.Month) : new PartialDate(Born.Year, Born.Month, Born.Day),
            Sex = chance % 200 == 1 ? Sex.Unrecorded : Male ? Sex.Male : Sex.Female,
            Address = Home.Registered,
            Phone = Phone,
        };
    }
}
