using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>How well a resident fits everything that was asked.</summary>
/// <param name="criteria">What was asked.</param>
sealed class Ranking(SearchCriteria criteria)
{
    /// <summary>Score of whoever fits in every respect.</summary>
    public const int FullScore = 1000;

    /// <summary>Lowest score without an assumed error; everybody found with one stands below.</summary>
    public const int Flawless = 501;

    const int NumberSlip = 450;
    const int SexUnrecorded = 800;
    const int Former = 15;

    readonly IReadOnlySet<DateOnly> slips = criteria.Born?.Whole is { } day ? BirthForm.Slips(day) : new HashSet<DateOnly>();

    /// <summary>
    /// The mean of what each criterion gives, in the upper half without an error and in the lower half with one; a little less for people
    /// who are no residents any more.
    /// </summary>
    /// <returns>Null when something asked does not hold, or only with two errors.</returns>
    public int? Score(Searchable resident, ResidentStatus status)
    {
        var (points, errors, asked) = (0, 0, 0);
        foreach (var fit in Fits(resident))
        {
            if (fit is not { } found || (errors += found.Errors) > 1)
                return null;
            points += found.Points;
            asked++;
        }
        if (asked == 0)
            return null;
        var half = points / asked / 2;
        var left = status == ResidentStatus.Current ? 0 : Former;
        return errors == 0 ? Math.Max(Flawless, FullScore / 2 + half - left) : Math.Clamp(half - left, 1, Flawless - 1);
    }

    // The cheap ones first: most candidates fail one of them.
    IEnumerable<Fit?> Fits(Searchable resident)
    {
        if (criteria.Number is { } number)
            yield return OfNumber(number, resident.Number);
        if (criteria.Sex is { } sex)
            yield return OfSex(sex, resident.Sex);
        if (criteria.Born is { } born)
            yield return BirthMatch.OfDate(born, slips, resident.BirthDate);
        if (criteria.Age is { } age)
            yield return BirthMatch.OfAge(age, resident.BirthDate, criteria.Today);
        if (criteria.Phone is { } phone)
            yield return PhoneMatch.Of(phone, PhoneDigits.Of(resident.Phone), resident.FormerPhones.Select(PhoneDigits.Of));
        if (criteria.Address.Count > 0)
            yield return AddressMatch.Of(criteria.Address, AddressForm.Of(resident.Address), [.. resident.FormerAddresses.Select(AddressForm.Of)]);
        if (criteria.Name is null && criteria.Kana is null)
            yield break;
        IReadOnlyList<NameForm> current = [.. resident.CurrentNames()], earlier = [.. resident.EarlierNames()];
        if (criteria.Name is { } name)
            yield return NameMatch.Of(name, current, earlier);
        if (criteria.Kana is { } kana)
            yield return NameMatch.Of(kana, current, earlier);
    }

    static Fit? OfNumber(string asked, string number)
    {
        if (asked == number)
            return new Fit(Fit.Whole);
        return OneError.Between(asked.TrimStart('0'), number.TrimStart('0')) ? new Fit(NumberSlip, 1) : null;
    }

    static Fit? OfSex(Sex asked, Sex held) => held == asked ? new Fit(Fit.Whole) : held == Sex.Unrecorded ? new Fit(SexUnrecorded) : null;
}
