using System.Globalization;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit.Population;

namespace Tsunagu.Tests.Integration.Households.Recall;

/// <summary>Asks about people of a town as counters do, each time with exactly one error.</summary>
sealed class Queries(IReadOnlyList<Inhabitant> people, DateOnly today, int seed)
{
    // Kana that are heard or read for each other, and their neighbours on a kana keyboard.
    static readonly string[] Alike =
        ["アカサタナハマヤラワ", "イキシチニヒミリ", "ウクスツヌフムユル", "エケセテネヘメレ", "オコソトノホモヨロ", "シツ", "ソン", "ヌス", "クワケ", "チラ", "メヌ", "ガカ", "ジシ", "ダタ", "バハ", "デテ"];

    readonly Random _random = new(seed);

    /// <summary>Questions of one kind; fewer when the town has not so many people of whom they can be asked.</summary>
    public IEnumerable<Query> Of(ErrorKind error, Beside beside, int count)
    {
        var (asked, tries) = (0, 0);
        while (asked < count && tries++ < count * 400)
        {
            var person = people[_random.Next(people.Count)];
            if (Name(error, person) is not { } request || !Add(request, beside, person, error))
                continue;
            asked++;
            yield return new Query(error, beside, person, request);
        }
    }

    SearchResidentsRequest? Name(ErrorKind error, Inhabitant person) => error switch
    {
        ErrorKind.KanaSlip => Kana(Slip(person)),
        ErrorKind.VariantGlyph => Variant(person) is { } name ? new() { Name = name } : null,
        ErrorKind.SwappedCharacters => Swapped(person),
        ErrorKind.OldName => Old(person),
        ErrorKind.AgeOffByOne => _random.Next(2) == 0 ? new() { Name = person.Name } : Kana(person.Kana),
        _ => throw new ArgumentOutOfRangeException(nameof(error)),
    };

    bool Add(SearchResidentsRequest request, Beside beside, Inhabitant person, ErrorKind error)
    {
        if (error == ErrorKind.AgeOffByOne)
        {
            request.Age = Math.Max(0, person.AgeOn(today) + (_random.Next(2) == 0 ? 1 : -1));
            if (beside == Beside.AgeAndSex)
                request.Sex = person.Woman ? Sex.Female : Sex.Male;
        }
        else if (beside == Beside.AgeAndSex)
        {
            (request.Age, request.Sex) = (person.AgeOn(today), person.Woman ? Sex.Female : Sex.Male);
        }
        switch (beside)
        {
            // A birth date is typed instead of an age.
            case Beside.BirthDate when error == ErrorKind.AgeOffByOne:
                return false;
            case Beside.BirthDate:
                request.BirthDate = person.Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                break;
            case Beside.Town:
                request.Address = person.Town;
                break;
            case Beside.PhoneEnd when person.Phone.Length == 0:
                return false;
            case Beside.PhoneEnd:
                request.Phone = person.Phone[^4..];
                break;
        }
        return true;
    }

    // With or without a space between the names, as people type.
    SearchResidentsRequest Kana(string kana) => new() { Kana = _random.Next(2) == 0 ? kana : kana.Replace(" ", "", StringComparison.Ordinal) };

    string Slip(Inhabitant person)
    {
        var letters = person.Kana.ToList();
        while (true)
        {
            var place = _random.Next(letters.Count);
            if (letters[place] == ' ')
                continue;
            switch (_random.Next(4))
            {
                case 0 when letters.Count > 5:
                    letters.RemoveAt(place);
                    return new string([.. letters]);
                case 1:
                    letters.Insert(place, "アイウンノ"[_random.Next(5)]);
                    return new string([.. letters]);
                default:
                    var row = Alike.Where(alike => alike.Contains(letters[place])).OrderBy(_ => _random.Next()).FirstOrDefault();
                    if (row is null)
                        continue;
                    var other = row[_random.Next(row.Length)];
                    if (other == letters[place])
                        continue;
                    letters[place] = other;
                    return new string([.. letters]);
            }
        }
    }

    string? Variant(Inhabitant person)
    {
        var places = Enumerable.Range(0, person.Name.Length).Where(i => Town.ShapesOf(person.Name[i]).Length > 0).ToArray();
        if (places.Length == 0)
            return null;
        var place = places[_random.Next(places.Length)];
        var others = Town.ShapesOf(person.Name[place]).Replace(person.Name[place].ToString(), "", StringComparison.Ordinal);
        return string.Concat(person.Name.AsSpan(0, place), others.AsSpan(_random.Next(others.Length), 1), person.Name.AsSpan(place + 1));
    }

    SearchResidentsRequest? Swapped(Inhabitant person)
    {
        var text = _random.Next(2) == 0 ? person.Kana : person.Name;
        var places = Enumerable.Range(0, text.Length - 1).Where(i => text[i] != text[i + 1] && text[i] is not (' ' or '　') && text[i + 1] is not (' ' or '　')).ToArray();
        if (places.Length == 0)
            return null;
        var place = places[_random.Next(places.Length)];
        var swapped = string.Concat(text.AsSpan(0, place), text.AsSpan(place + 1, 1), text.AsSpan(place, 1), text.AsSpan(place + 2));
        return text == person.Kana ? Kana(swapped) : new() { Name = swapped };
    }

    SearchResidentsRequest? Old(Inhabitant person)
    {
        if (person.Before is { } before && before.Name != person.Name)
            return _random.Next(2) == 0 ? new() { Name = before.Name } : Kana(before.Kana);
        return person.FormerFamily.Length > 0 ? new() { Name = $"{person.FormerFamily} {person.Given.Written}" } : null;
    }
}
