using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Flags;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Linking;
using Tsunagu.Households.Protections;

namespace Tsunagu.Households;

/// <summary>What a household view is made of, as one transaction sees it.</summary>
/// <param name="Household">The household.</param>
/// <param name="At">From where it was looked at.</param>
/// <param name="Catalog">The feeds as they are defined now.</param>
/// <param name="Feeds">Which file of each feed answers.</param>
/// <param name="Rules">The rules by which it bears flags.</param>
/// <param name="Residents">Everybody whom the register has there.</param>
/// <param name="Involvement">What departments told, by resident.</param>
/// <param name="Links">How records without a key came to residents, by record and resident.</param>
/// <param name="Shield">Whose whereabouts are hidden.</param>
/// <param name="Records">How many files and messages the reader may open, by resident.</param>
/// <param name="Support">Support households to which a member belongs.</param>
sealed record HouseholdReading(
    RegisterHousehold Household,
    Perspective At,
    FeedCatalog Catalog,
    IReadOnlyDictionary<string, FeedReading> Feeds,
    FlagRules Rules,
    IReadOnlyList<ResidentFact> Residents,
    ILookup<Guid, InvolvementFact> Involvement,
    IReadOnlyDictionary<(Guid Record, Guid Resident), PossibleLink> Links,
    Shield Shield,
    IReadOnlyDictionary<Guid, (int Files, int Messages)> Records,
    IReadOnlyList<SupportPicture> Support)
{
    /// <summary>How the record came to the resident; null when its source has a key.</summary>
    public PossibleLink? LinkOf(InvolvementFact fact) => Links.GetValueOrDefault((LinkReading.RecordOf(fact), fact.ResidentId));
}
