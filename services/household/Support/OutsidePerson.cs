using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Support;

/// <summary>Somebody whom the register of this city does not have.</summary>
/// <param name="Name">氏名, or empty.</param>
/// <param name="Kana">Full-width katakana, or empty.</param>
/// <param name="BirthDate">A partial date, or empty.</param>
/// <param name="Sex">性別.</param>
/// <param name="Address">Address, or empty.</param>
/// <param name="Phone">Telephone number, or empty.</param>
/// <param name="Note">What else tells who is meant, or empty.</param>
sealed record OutsidePerson(string Name, string Kana, string BirthDate, Sex Sex, string Address, string Phone, string Note) : SupportContent;
