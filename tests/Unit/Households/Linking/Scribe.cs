using System.Globalization;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Linking;

namespace Tsunagu.Tests.Unit.Households.Linking;

/// <summary>Writes records without a key about the people of a generated city, with the slips that hands make, and about strangers.</summary>
sealed class Scribe(GeneratedCity city, int seed)
{
    const string Voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボ";
    const string Plain = "カキクケコサシスセソタチツテトハヒフヘホ";
    const string Small = "ァィゥェォャュョッ";
    const string Large = "アイウエオヤユヨツ";
    const string Kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ";

    readonly Random random = new(seed);
    readonly List<string> noise = [];

    public IEnumerable<KeylessRecord> Write(int records) => Enumerable.Range(0, records).Select(_ => Write());

    KeylessRecord Write()
    {
        noise.Clear();
        if (Chance(0.05))
            return Stranger();
        var resident = city.Residents[random.Next(city.Residents.Count)];
        return Record(resident, resident.Id);
    }

    // Somebody else altogether, a namesake of a resident, or kin who stays with a family without being registered there.
    KeylessRecord Stranger()
    {
        noise.Add("stranger");
        var model = city.Residents[random.Next(city.Residents.Count)];
        var male = Chance(0.5);
        var born = new DateOnly(1926 + random.Next(90), 1, 1).AddDays(random.Next(365));
        var stranger = random.Next(4) switch
        {
            0 => model with { Born = born, Home = city.Home(), Phone = city.Mobile(), MaidenName = null },
            1 => model with { Born = born, Given = GeneratedNames.Given(random, male), Male = male, MaidenName = null },
            _ => model with
            {
                Family = GeneratedNames.Family(random),
                Given = GeneratedNames.Given(random, male),
                Male = male,
                Born = born,
                Home = city.Home(),
                Phone = city.Mobile(),
                MaidenName = null,
                Alias = null,
            },
        };
        return Record(stranger, null);
    }

    KeylessRecord Record(GeneratedResident person, Guid? truth)
    {
        var (name, kana) = Names(person);
        var description = new PersonDescription(
            name,
            kana,
            DatePattern.Create(DatePattern.Any)?.Parse(Birth(person)),
            Chance(0.5) ? Sex.Unrecorded : (Chance(0.003) ? !person.Male : person.Male) ? Sex.Male : Sex.Female,
            Address(person),
            Phone(person));
        return new KeylessRecord(description, truth, string.Join(' ', noise));
    }

    (string Name, string Kana) Names(GeneratedResident person)
    {
        var (family, given) = (person.Family, person.Given);
        if (person.Alias is { } alias && Chance(0.5))
        {
            noise.Add("alias");
            (family, given) = alias;
        }
        if (person.MaidenName is { } maiden && Chance(0.08))
        {
            noise.Add("maiden_name");
            family = maiden;
        }
        var (familyKana, givenKana) = (family.Kana, given.Kana);
        if (Noise("nickname", 0.03) && givenKana.Length > 2)
            givenKana = Chance(0.5) ? givenKana[..2] : givenKana[..2] + "チャン";
        if (Noise("kana_slip", 0.03))
            (familyKana, givenKana) = Chance(0.5) ? (Slip(familyKana), givenKana) : (familyKana, Slip(givenKana));
        if (Noise("missing_voicing", 0.03))
            (familyKana, givenKana) = (Replace(familyKana, Voiced, Plain), Replace(givenKana, Voiced, Plain));
        if (Noise("large_kana", 0.03))
            (familyKana, givenKana) = (Replace(familyKana, Small, Large), Replace(givenKana, Small, Large));
        var kana = Noise("order", 0.005) ? $"{givenKana} {familyKana}" : Noise("no_space", 0.05) ? familyKana + givenKana : $"{familyKana}　{givenKana}";
        var written = given.Kanji.Length == 0 ? family.Kanji : $"{family.Kanji}{(Chance(0.9) ? "　" : "")}{given.Kanji}";
        return random.Next(10) switch
        {
            0 => (written, ""),
            1 or 2 => (written, Style(kana)),
            _ => ("", Style(kana)),
        };
    }

    string Style(string kana) => random.Next(3) == 0 ? string.Concat(kana.Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 0x60) : c)) : kana;

    string Birth(GeneratedResident person)
    {
        var born = person.Born;
        if (Noise("birth_missing", 0.04))
            return "";
        if (Noise("birth_year_only", 0.005))
            return $"{born.Year}年";
        if (born.Day <= 12 && born.Day != born.Month && Noise("birth_swapped", 0.015))
            born = new DateOnly(born.Year, born.Day, born.Month);
        else if (Noise("birth_year_off", 0.01))
            born = born.AddYears(Chance(0.5) ? 1 : -1);
        else if (Noise("birth_day_off", 0.005))
            born = born.AddDays(Chance(0.5) ? 1 : -1);
        else if (born is { Year: > 1926 and < 1953 } && Noise("birth_era", 0.01))
            born = born.AddYears(63);
        var (letter, name, digit, year) = born switch
        {
            { Year: >= 2020 } => ("R", "令和", 5, born.Year - 2018),
            { Year: >= 1990 } => ("H", "平成", 4, born.Year - 1988),
            { Year: >= 1927 } => ("S", "昭和", 3, born.Year - 1925),
            _ => ("", "", 0, 0),
        };
        return year == 0 ? born.ToString("yyyy/M/d", CultureInfo.InvariantCulture) : random.Next(5) switch
        {
            0 => $"{letter}{year}.{born.Month}.{born.Day}",
            1 => $"{name}{year}年{born.Month}月{born.Day}日",
            2 => $"{digit}{year:00}{born.Month:00}{born.Day:00}",
            3 => $"{letter}{year:00}{born.Month:00}{born.Day:00}",
            _ => born.ToString("yyyy/M/d", CultureInfo.InvariantCulture),
        };
    }

    string Address(GeneratedResident person)
    {
        if (Noise("address_missing", 0.04))
            return "";
        return Noise("old_address", 0.08) ? city.Home().Noted(random) : person.Home.Noted(random);
    }

    string Phone(GeneratedResident person)
    {
        if (Chance(0.2))
            return "";
        if (person.Phone.Length == 0 || Noise("phone_changed", 0.04))
            return city.Mobile();
        if (Noise("phone_slip", 0.01))
            return person.Phone[..^2] + person.Phone[^1] + person.Phone[^2];
        if (person.Phone.StartsWith("0999", StringComparison.Ordinal) && Noise("no_area_code", 0.1))
            return person.Phone[5..];
        return Chance(0.2) ? person.Phone.Replace("-", "", StringComparison.Ordinal) : person.Phone;
    }

    string Slip(string kana)
    {
        var at = random.Next(kana.Length);
        return random.Next(3) switch
        {
            0 when kana.Length > 2 => kana.Remove(at, 1),
            1 when at > 0 => kana[..(at - 1)] + kana[at] + kana[at - 1] + kana[(at + 1)..],
            _ => kana[..at] + Kana[random.Next(Kana.Length)] + kana[(at + 1)..],
        };
    }

    bool Noise(string what, double rate)
    {
        var happens = Chance(rate);
        if (happens)
            noise.Add(what);
        return happens;
    }

    bool Chance(double rate) => random.NextDouble() < rate;

    static string Replace(string text, string from, string to) =>
        string.Concat(text.Select(c => from.IndexOf(c) is >= 0 and var at ? to[at] : c));
}
