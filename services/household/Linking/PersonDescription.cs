using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Linking;

/// <summary>What a source without a key writes down about somebody; empty or null where it says nothing.</summary>
/// <param name="Name">In kanji, kana or Latin letters.</param>
/// <param name="Kana">In any width or script.</param>
/// <param name="BirthDate">As far as it could be read.</param>
/// <param name="Sex">As the source has it.</param>
/// <param name="Address">In any notation, with or without prefecture, municipality and building.</param>
/// <param name="Phone">One number or several, with or without hyphens and area code.</param>
sealed record PersonDescription(string Name, string Kana, PartialDate? BirthDate, Sex Sex, string Address, string Phone);
