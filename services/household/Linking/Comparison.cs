using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Linking;

/// <summary>Compares a description with a resident, feature by feature.</summary>
static class Comparison
{
    // One household has between one and two other members who share name, address and phone.
    const double HouseholdBits = 1.5;

    public static LinkCandidate Of(DescribedPerson described, RegisteredPerson registered, RegisterFrequencies frequencies)
    {
        var names = NameEvidence.Of(described, registered, frequencies);
        var address = AddressOf(described, registered, frequencies);
        var phone = PhoneOf(described, registered, frequencies);
        var prior = Math.Log2(LinkRates.InRegister / frequencies.People);
        List<FeatureScore> features =
        [
            new(LinkFeatures.Register, LinkLevels.Exact, prior),
            names.Family,
            AtHome(names.Given, Math.Max(address.Weight, phone.Weight)),
            BirthOf(described.BirthDate, registered.Resident.BirthDate),
            SexOf(described.Sex, registered.Resident.Sex),
            address,
            phone,
        ];
        if (names.Writing is { } writing)
            features.Add(writing);
        // However much of it agrees, a household is all that it points to.
        var household = Math.Max(0, names.Family.Weight) + Math.Max(0, address.Weight) + Math.Max(0, phone.Weight);
        var most = -prior - HouseholdBits;
        if ((address.Weight > 0 || phone.Weight > 0) && household > most)
            features.Add(new FeatureScore(LinkFeatures.Household, LinkLevels.Exact, most - household));
        // Finer than a tenth of a bit nobody knows a rate, and a register that grew by a few people changes no score.
        return new LinkCandidate(registered.Resident, [.. features.Select(f => f with { Weight = Math.Round(f.Weight, 1) })]);
    }

    // In one household a given name is nobody else's, however common it is in the city.
    static FeatureScore AtHome(FeatureScore given, double place)
    {
        var rate = given.Level switch
        {
            LinkLevels.Exact or LinkLevels.OtherName => LinkRates.GivenSame,
            LinkLevels.Variant => LinkRates.GivenVariant,
            _ => 0,
        };
        // A place that ten thousand residents would not share by chance is a household's.
        return rate > 0 && place > 8 ? given with { Weight = Math.Max(given.Weight, Bits(rate, LinkRates.ChanceOfNamesakeAtHome)) } : given;
    }

    static FeatureScore BirthOf(PartialDate? described, PartialDate? registered)
    {
        var level = BirthMatch.LevelOf(described, registered);
        var whole = described is { Day: not null } && registered is { Day: not null };
        var months = described is { Month: not null } && registered is { Month: not null };
        var weight = level switch
        {
            LinkLevels.Exact => Bits(LinkRates.BirthSame, LinkRates.ChanceOfDay),
            LinkLevels.Swapped => Bits(LinkRates.BirthSwapped, LinkRates.ChanceOfDay),
            LinkLevels.YearSlip => Bits(LinkRates.BirthYearSlip, 2 * LinkRates.ChanceOfDay),
            LinkLevels.DaySlip => Bits(LinkRates.BirthDaySlip, 2 * LinkRates.ChanceOfDay),
            LinkLevels.EraSlip => Bits(LinkRates.BirthEraSlip, 4 * LinkRates.ChanceOfDay),
            LinkLevels.Slip => Bits(LinkRates.BirthDigitSlip, LinkRates.ChanceOfDigitSlip),
            LinkLevels.Assumed => Bits(LinkRates.BirthAssumed, LinkRates.ChanceOfDay),
            LinkLevels.Fits => Bits(LinkRates.BirthSame, months ? LinkRates.ChanceOfMonth : LinkRates.ChanceOfYear),
            // An unknown day was often an unknown year as well.
            LinkLevels.Different => Bits(LinkRates.BirthDifferent, 1) * (whole ? 1 : 0.5),
            _ => 0,
        };
        return new FeatureScore(LinkFeatures.BirthDate, level, weight);
    }

    static FeatureScore SexOf(Sex described, Sex registered)
    {
        if (described == Sex.Unrecorded || registered == Sex.Unrecorded)
            return new FeatureScore(LinkFeatures.Sex, LinkLevels.Missing, 0);
        return described == registered
            ? new FeatureScore(LinkFeatures.Sex, LinkLevels.Exact, Bits(LinkRates.SexSame, 0.5))
            : new FeatureScore(LinkFeatures.Sex, LinkLevels.Different, Bits(LinkRates.SexDifferent, 0.5));
    }

    static FeatureScore AddressOf(DescribedPerson described, RegisteredPerson registered, RegisterFrequencies frequencies)
    {
        if (described.Address is not { } one || registered.Address is not { } other)
            return new FeatureScore(LinkFeatures.Address, LinkLevels.Missing, 0);
        var level = one.LevelOf(other);
        if (level is LinkLevels.Different or LinkLevels.Town
            && registered.FormerAddresses.FirstOrDefault(f => one.LevelOf(f) is LinkLevels.Exact or LinkLevels.Building) is { BuildingKey: { } former })
        {
            var share = frequencies.OfPlace(RegisteredPerson.FormerKey(former));
            return new FeatureScore(LinkFeatures.Address, LinkLevels.Former, Bits(LinkRates.AddressFormer, share));
        }
        var weight = level switch
        {
            LinkLevels.Exact => Bits(LinkRates.AddressSame, ShareOf(other.RoomKey, other.BuildingKey, frequencies)),
            LinkLevels.Building => Bits(LinkRates.AddressSame, ShareOf(other.BuildingKey, null, frequencies)),
            LinkLevels.OtherRoom => Math.Max(0, Bits(LinkRates.AddressOtherRoom, ShareOf(other.BuildingKey, null, frequencies))),
            LinkLevels.Town => Math.Max(
                Bits(LinkRates.AddressDifferent, 1), Bits(LinkRates.AddressTown, frequencies.OfPlace(RegisteredPerson.TownKey(other)))),
            _ => Bits(LinkRates.AddressDifferent, 1),
        };
        return new FeatureScore(LinkFeatures.Address, level, weight);
    }

    static double ShareOf(string? key, string? wider, RegisterFrequencies frequencies) => key is null ? 1
        : wider is null ? frequencies.OfPlace(key) : Math.Min(frequencies.OfPlace(key), frequencies.OfPlace(wider));

    static FeatureScore PhoneOf(DescribedPerson described, RegisteredPerson registered, RegisterFrequencies frequencies)
    {
        var best = new FeatureScore(LinkFeatures.Phone, LinkLevels.Missing, 0);
        foreach (var one in described.Phones)
        {
            foreach (var other in registered.Phones)
            {
                var score = PhoneOf(one, other, frequencies);
                if (best.Level == LinkLevels.Missing || score.Weight > best.Weight)
                    best = score;
            }
        }
        return best;
    }

    static FeatureScore PhoneOf(string one, string other, RegisterFrequencies frequencies)
    {
        if (one == other)
            return new FeatureScore(LinkFeatures.Phone, LinkLevels.Exact, Bits(LinkRates.PhoneSame, frequencies.OfPlace(PhoneForm.Tail(other))));
        if (one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal))
            return new FeatureScore(LinkFeatures.Phone, LinkLevels.Local, Bits(LinkRates.PhoneLocal, frequencies.OfPlace(PhoneForm.Tail(other))));
        return OneError.Between(one, other)
            ? new FeatureScore(LinkFeatures.Phone, LinkLevels.Slip, Bits(LinkRates.PhoneSlip, LinkRates.ChanceOfPhoneSlip))
            : new FeatureScore(LinkFeatures.Phone, LinkLevels.Different, Bits(LinkRates.PhoneDifferent, 1));
    }

    static double Bits(double same, double chance) => Math.Log2(same / chance);
}
