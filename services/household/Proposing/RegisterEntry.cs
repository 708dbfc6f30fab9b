using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Proposing;

/// <summary>What a proposal compares of a resident: enough to tell the person of a row from a number that happens to exist.</summary>
/// <param name="HouseholdNumber">世帯番号, 15 digits.</param>
/// <param name="Name">氏名.</param>
/// <param name="Kana">氏名カナ.</param>
/// <param name="BirthDate">Null when the register has none.</param>
sealed record RegisterEntry(string HouseholdNumber, string Name, string Kana, PartialDate? BirthDate);

/// <summary>Asks the register which of these 15-digit numbers it knows; those it does not know are left out of the answer.</summary>
delegate Task<IReadOnlyDictionary<string, RegisterEntry>> RegisterLookup(IReadOnlyCollection<string> numbers, CancellationToken ct);
