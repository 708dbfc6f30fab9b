using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Linking;

/// <summary>Compares a name as described with a name of the register, part by part.</summary>
readonly record struct NameMatch(NameLevel Family, NameLevel Given)
{
    // Folded as names are.
    static readonly string[] PetEndings = ["チヤン", "クン", "サン", "サマ", "タン", "チン"];

    public static NameMatch Of(NameForm described, NameForm registered)
    {
        if (described.Whole.Folded == registered.Whole.Folded && described.Split != registered.Split)
            return Both(described.Whole.Written == registered.Whole.Written ? NameLevel.Exact : NameLevel.Variant);
        if (!described.Split || !registered.Split)
            return Unsplit(described, registered);
        if (described.Family.Folded == registered.Given.Folded && described.Given.Folded == registered.Family.Folded
            && described.Family.Folded != registered.Family.Folded)
            return Both(NameLevel.Variant);
        // The parts may be cut elsewhere: ヤマダ タロウ, ヤマ ダタロウ.
        if (described.Whole.Folded == registered.Whole.Folded && described.Family.Folded != registered.Family.Folded)
            return Both(NameLevel.Variant);
        return new NameMatch(Level(described.Family, registered.Family), GivenLevel(described.Given, registered.Given));
    }

    /// <summary>How far two given names agree, pet names included.</summary>
    public static NameLevel GivenLevel(NamePart described, NamePart registered)
    {
        var level = Level(described, registered);
        return level == NameLevel.Different && IsNickname(described.Folded, registered.Folded) ? NameLevel.Nickname : level;
    }

    static NameMatch Both(NameLevel level) => new(level, level);

    // ヤマダタロウ beside ヤマダ タロウ: the register tells where the family name ends.
    static NameMatch Unsplit(NameForm described, NameForm registered)
    {
        var (whole, family, given) = (described.Whole.Folded, registered.Family.Folded, registered.Given.Folded);
        if (!registered.Split || described.Split)
            return Both(Level(described.Whole, registered.Whole));
        if (whole == family)
            return new NameMatch(Level(described.Whole, registered.Family), NameLevel.Missing);
        if (whole.StartsWith(family, StringComparison.Ordinal))
            return new NameMatch(NameLevel.Variant, GivenLevel(new NamePart("", whole[family.Length..]), registered.Given));
        if (whole.EndsWith(given, StringComparison.Ordinal))
            return new NameMatch(Level(new NamePart("", whole[..^given.Length]), registered.Family), NameLevel.Variant);
        return Both(Level(described.Whole, registered.Whole));
    }

    static NameLevel Level(NamePart described, NamePart registered)
    {
        if (described.Folded.Length == 0 || registered.Folded.Length == 0)
            return NameLevel.Missing;
        if (described.Written == registered.Written && !described.Incomplete)
            return NameLevel.Exact;
        if (described.Incomplete || registered.Incomplete)
            return NameLevel.Missing;
        if (described.Folded == registered.Folded)
            return NameLevel.Variant;
        // In two letters a slip leaves too little to know the name by.
        var shortest = Math.Min(described.Folded.Length, registered.Folded.Length);
        return shortest >= 2 && shortest + (described.Folded.Length != registered.Folded.Length ? 1 : 0) >= 3
            && OneError.Between(described.Folded, registered.Folded)
            ? NameLevel.Slip
            : NameLevel.Different;
    }

    static bool IsNickname(string described, string given)
    {
        var stem = described;
        foreach (var ending in PetEndings)
        {
            if (stem.Length > ending.Length + 1 && stem.EndsWith(ending, StringComparison.Ordinal))
            {
                stem = stem[..^ending.Length];
                break;
            }
        }
        return stem.Length >= 2 && given.StartsWith(stem, StringComparison.Ordinal);
    }
}
