namespace Tsunagu.Households.Linking;

/// <summary>What names weigh: the pair of names of one script that speaks most for the link.</summary>
readonly record struct NameEvidence(FeatureScore Family, FeatureScore Given, FeatureScore? Writing)
{
    static readonly NameEvidence None = new(
        new FeatureScore(LinkFeatures.FamilyName, LinkLevels.Missing, 0), new FeatureScore(LinkFeatures.GivenName, LinkLevels.Missing, 0), null);

    double Weight => Family.Weight + Given.Weight;

    public static NameEvidence Of(DescribedPerson described, RegisteredPerson registered, RegisterFrequencies frequencies)
    {
        NameEvidence? best = null;
        foreach (var name in described.Names)
        {
            foreach (var (form, other) in registered.Names)
            {
                if (form.Script != name.Script)
                    continue;
                var evidence = Of(NameMatch.Of(name, form), form, other, frequencies);
                if (best is null || evidence.Weight > best.Value.Weight)
                    best = evidence;
            }
            // Kana are asked first, and kanji after them only for how the same sound is written.
            if (best is { } found && name.Script == NameScript.Kana)
                return found with { Writing = WritingOf(described, registered, found) };
        }
        return best ?? None;
    }

    static NameEvidence Of(NameMatch match, NameForm form, bool other, RegisterFrequencies frequencies)
    {
        var found = other ? Math.Log2(LinkRates.OtherName) : 0;
        var family = FamilyWeight(match.Family, form.Family.Folded, frequencies);
        var given = GivenWeight(match.Given, form.Given.Folded, frequencies);
        return new NameEvidence(
            new FeatureScore(LinkFeatures.FamilyName, Code(match.Family, other), family > 0 ? Math.Max(family + found, 0) : family),
            new FeatureScore(LinkFeatures.GivenName, Code(match.Given, false), given),
            null);
    }

    static double FamilyWeight(NameLevel level, string folded, RegisterFrequencies frequencies) => level switch
    {
        NameLevel.Exact => Bits(LinkRates.FamilySame, frequencies.OfFamily(folded)),
        NameLevel.Variant => Bits(LinkRates.FamilyVariant, frequencies.OfFamily(folded)),
        NameLevel.Slip => Bits(LinkRates.FamilySlip, ChanceOfSlip(folded)),
        NameLevel.Nickname or NameLevel.Missing => 0,
        NameLevel.Different => Bits(LinkRates.FamilyDifferent, LinkRates.ChanceOfDifferent),
    };

    static double GivenWeight(NameLevel level, string folded, RegisterFrequencies frequencies) => level switch
    {
        NameLevel.Exact => Bits(LinkRates.GivenSame, frequencies.OfGiven(folded)),
        NameLevel.Variant => Bits(LinkRates.GivenVariant, frequencies.OfGiven(folded)),
        NameLevel.Slip => Bits(LinkRates.GivenSlip, ChanceOfSlip(folded)),
        NameLevel.Nickname => Bits(LinkRates.GivenNickname, LinkRates.ChanceOfNickname),
        NameLevel.Missing => 0,
        NameLevel.Different => Bits(LinkRates.GivenDifferent, LinkRates.ChanceOfDifferent),
    };

    static double ChanceOfSlip(string folded) => folded.Length <= 3 ? LinkRates.ChanceOfShortSlip : LinkRates.ChanceOfLongSlip;

    static FeatureScore? WritingOf(DescribedPerson described, RegisteredPerson registered, NameEvidence found)
    {
        if (found.Given.Level is not (LinkLevels.Exact or LinkLevels.Variant)
            || described.Names.FirstOrDefault(n => n.Script == NameScript.Kanji && n.Split)?.Given is not { Incomplete: false } given)
            return null;
        var written = registered.Names.Where(n => n.Form.Script == NameScript.Kanji && n.Form.Split).Select(n => n.Form.Given).ToList();
        if (written.Count == 0 || written.Exists(w => w.Incomplete))
            return null;
        return written.Exists(w => w.Folded == given.Folded)
            ? new FeatureScore(LinkFeatures.Writing, LinkLevels.Exact, Bits(LinkRates.WritingSame, LinkRates.ChanceOfSameWriting))
            : new FeatureScore(LinkFeatures.Writing, LinkLevels.Different, Bits(LinkRates.WritingDifferent, 1 - LinkRates.ChanceOfSameWriting));
    }

    static string Code(NameLevel level, bool other) => level switch
    {
        NameLevel.Exact or NameLevel.Variant when other => LinkLevels.OtherName,
        NameLevel.Exact => LinkLevels.Exact,
        NameLevel.Variant => LinkLevels.Variant,
        NameLevel.Slip => LinkLevels.Slip,
        NameLevel.Nickname => LinkLevels.Nickname,
        NameLevel.Missing => LinkLevels.Missing,
        NameLevel.Different => LinkLevels.Different,
    };

    static double Bits(double same, double chance) => Math.Log2(same / chance);
}
