using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>Where to look for whoever fits: lookups by key, the most promising first. What they find is compared afterwards.</summary>
/// <param name="criteria">What was asked.</param>
sealed class SearchPlan(SearchCriteria criteria)
{
    /// <summary>Numbers of residents who fit without an error; null when none is asked.</summary>
    public string[]? Numbers => criteria.Number is { } number ? [number] : null;

    /// <summary>Numbers that one error sets apart from the one asked; null when none is asked.</summary>
    public string[]? NumbersNear => criteria.Number is { } number
        ? [.. OneError.Slips(number.TrimStart('0'), "0123456789").Where(slip => slip.Length <= RegisterNumber.Length)
            .Select(slip => slip.PadLeft(RegisterNumber.Length, '0')).Append(number).Distinct()]
        : null;

    /// <summary>Lookups of residents who fit without an error; none when a number is asked, which finds by itself.</summary>
    public IReadOnlyList<SearchStep> Flawless => criteria.Number is not null ? [] : Sound(
        criteria switch
        {
            { Name: { } name, Kana: null } => Cross(NameSteps.InTurn(name), Others(withNames: false)),
            { Name: null, Kana: { } kana } => Cross(NameSteps.InTurn(kana), Others(withNames: false)),
            _ => Others(withNames: true),
        });

    /// <summary>Lookups of residents who fit with one error.</summary>
    public IReadOnlyList<SearchStep> WithError => criteria.Number is not null ? [] : Sound(
        [.. NameErrors(), .. BirthErrors(), .. PhoneErrors(), .. AddressErrors()]);

    IEnumerable<SearchStep> NameErrors()
    {
        foreach (var (name, rest) in new[] { (criteria.Name, criteria.Kana), (criteria.Kana, criteria.Name) })
        {
            if (name is null)
                continue;
            var others = Others(withNames: false);
            if (rest is not null)
                others = Cross(NameSteps.Flawless(rest), others);
            // Few are born on a day or have a number: all of them are compared.
            foreach (var step in Anchored ? others : Cross(NameSteps.Near(name), others))
                yield return step;
        }
    }

    List<SearchStep> BirthErrors()
    {
        if (criteria.Born?.Whole is not { } born)
            return [];
        var days = SearchStep.HavingOneOf([.. BirthForm.Slips(born).Select(BirthForm.Key)]);
        return Cross([days], new SearchPlan(criteria with { Born = null }).Others(withNames: true));
    }

    List<SearchStep> PhoneErrors()
    {
        if (criteria.Phone is not { } phone)
            return [];
        var others = new SearchPlan(criteria with { Phone = null }).Others(withNames: true);
        if (phone.Length < PhoneForm.ShortestWhole)
            return others;
        var numbers = OneError.Slips(phone, "0123456789").Select(slip => SearchKey.Of(KeyKind.Phone, slip));
        return Cross([SearchStep.HavingOneOf([.. numbers])], others);
    }

    List<SearchStep> AddressErrors()
    {
        if (criteria.Address.Count == 0)
            return [];
        var others = new SearchPlan(criteria with { Address = [] }).Others(withNames: true);
        return Cross(criteria.Address.SelectMany(AddressNear), others);
    }

    // The error is in one part: the others are as they stand.
    static IEnumerable<SearchStep> AddressNear(IReadOnlyList<string> parts)
    {
        if (parts.Count > 1)
            return parts.Select((_, left) => SearchStep.Having(AddressForm.Keys(parts.Where((_, place) => place != left))));
        var pairs = AddressForm.Keys(parts).ToArray();
        return pairs.Length < 3 ? [SearchStep.Everybody] : [SearchStep.Having(pairs[..(pairs.Length / 2)]), SearchStep.Having(pairs[^(pairs.Length / 2)..])];
    }

    bool Anchored => criteria.Born?.Whole is not null || criteria.Phone is not null;

    List<SearchStep> Others(bool withNames)
    {
        List<SearchStep> steps = [SearchStep.Everybody];
        if (withNames && criteria.Name is { } name)
            steps = Cross(NameSteps.Flawless(name), steps);
        if (withNames && criteria.Kana is { } kana)
            steps = Cross(NameSteps.Flawless(kana), steps);
        if (criteria.Address.Count > 0)
            steps = Cross(criteria.Address.Select(parts => SearchStep.Having(AddressForm.Keys(parts))), steps);
        if (criteria.Born is { } born)
            steps = Cross([SearchStep.HavingOneOf(BirthForm.Asked(born))], steps);
        if (criteria.Age is { } age)
            steps = Cross([SearchStep.HavingOneOf(BirthForm.OfAge(age, criteria.Today))], steps);
        if (criteria.Phone is { } phone)
            steps = Cross([SearchStep.Having(SearchKey.Of(KeyKind.PhoneEnd, phone.AsSpan(phone.Length - PhoneForm.ShortestEnd)))], steps);
        return steps;
    }

    static List<SearchStep> Cross(IEnumerable<SearchStep> one, IReadOnlyCollection<SearchStep> other) =>
        [.. one.SelectMany(a => other.Select(b => a.And(b)))];

    // Looking everybody up finds nobody in particular.
    static List<SearchStep> Sound(IEnumerable<SearchStep> steps) =>
        [.. steps.Where(step => !step.Open).DistinctBy(step => step.ToString())];
}
