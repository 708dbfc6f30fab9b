using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Linking;

/// <summary>Cases that no score decides: only staff may link them.</summary>
static class NeverMerge
{
    /// <summary>A code of <see cref="LinkObstacles"/>, or empty.</summary>
    /// <param name="best">The best candidate.</param>
    /// <param name="all">Everybody who was compared.</param>
    public static string Obstacle(LinkCandidate best, IReadOnlyList<LinkCandidate> all)
    {
        if (best.LevelOf(LinkFeatures.Sex) == LinkLevels.Different && !EverythingElseIsTheSame(best))
            return LinkObstacles.Sex;
        if (best.LevelOf(LinkFeatures.BirthDate) == LinkLevels.Different)
            return LinkObstacles.BirthDate;
        foreach (var other in all)
        {
            if (ReferenceEquals(other, best) || !SamePlace(best, other))
                continue;
            if (Twins(best.Resident, other.Resident))
                return LinkObstacles.Twin;
            if (Namesakes(best.Resident, other.Resident) && !BirthTellsApart(best, other))
                return LinkObstacles.Namesake;
        }
        return "";
    }

    static bool EverythingElseIsTheSame(LinkCandidate one) =>
        one.LevelOf(LinkFeatures.FamilyName) is LinkLevels.Exact or LinkLevels.Variant
        && one.LevelOf(LinkFeatures.GivenName) is LinkLevels.Exact or LinkLevels.Variant
        && one.LevelOf(LinkFeatures.BirthDate) is LinkLevels.Exact or LinkLevels.Assumed
        && (one.LevelOf(LinkFeatures.Address) is LinkLevels.Exact or LinkLevels.Building || one.LevelOf(LinkFeatures.Phone) == LinkLevels.Exact);

    static bool SamePlace(LinkCandidate one, LinkCandidate other) =>
        one.Resident.HouseholdId == other.Resident.HouseholdId
        || (AddressForm.Of(one.Resident.Address) is { } here && AddressForm.Of(other.Resident.Address) is { } there
            && here.LevelOf(there) is LinkLevels.Exact or LinkLevels.Building)
        || PhoneForm.Of(one.Resident.Phone).Intersect(PhoneForm.Of(other.Resident.Phone)).Any();

    static bool Twins(LinkResident one, LinkResident other) =>
        one.BirthDate is { } born && born == other.BirthDate
        && NameForm.Of(one.Kana) is { } name && NameForm.Of(other.Kana) is { } othersName
        && name.Family.Folded == othersName.Family.Folded && Alike(name.Given.Folded, othersName.Given.Folded);

    // A slip of the hand or a pet name may mean either of the two.
    static bool Alike(string one, string other) =>
        one == other || OneError.Between(one, other) || (one.Length >= 2 && other.Length >= 2 && one[..2] == other[..2]);

    static bool Namesakes(LinkResident one, LinkResident other) =>
        NameForm.Of(one.Kana) is { } name && NameForm.Of(other.Kana) is { } othersName && name.Whole.Folded == othersName.Whole.Folded;

    static bool BirthTellsApart(LinkCandidate best, LinkCandidate other) =>
        best.LevelOf(LinkFeatures.BirthDate) is not (LinkLevels.Missing or LinkLevels.Different)
        && other.LevelOf(LinkFeatures.BirthDate) == LinkLevels.Different;
}
