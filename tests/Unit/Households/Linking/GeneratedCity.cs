using Tsunagu.Households.Domain;
using Tsunagu.Households.Linking;

namespace Tsunagu.Tests.Unit.Households.Linking;

/// <summary>
/// A register that never was: families with landlines and mobiles, twins, parents and children of one name, homes for the aged, people from abroad, former residents and
/// birth dates that nobody knows. It shares nothing with the engine but the types it fills.
/// </summary>
sealed class GeneratedCity
{
    static readonly string[] Towns = ["東台", "西台", "港町", "緑が丘", "本町", "大字北原", "旭", "栄町", "千歳台", "八幡", "川端", "桜木"];
    static readonly string[] Buildings = ["コーポ緑", "第２ハイツ", "メゾン本町", "市営団地①号棟"];

    readonly Random random;
    readonly List<GeneratedResident> residents = [];
    int phones;

    public GeneratedCity(int seed, int people)
    {
        random = new Random(seed);
        while (residents.Count < people)
            AddHousehold();
    }

    public IReadOnlyList<GeneratedResident> Residents => residents;

    void AddHousehold()
    {
        var household = Id();
        var home = Home();
        var landline = random.Next(3) == 0 ? Landline() : "";
        var (family, familyKana) = GeneratedNames.Family(random);
        var size = random.Next(100) switch { < 35 => 1, < 65 => 2, < 82 => 3, < 95 => 4, _ => 5 };
        if (random.Next(60) == 0)
        {
            AddForeigner(household, home);
            return;
        }
        var eldest = 1926 + random.Next(70);
        for (var i = 0; i < size; i++)
        {
            var male = i == 0 ? random.Next(2) == 0 : i == 1 ? !residents[^1].Male : random.Next(2) == 0;
            var year = i < 2 ? eldest + (i * random.Next(-4, 5)) : Math.Min(2024, eldest + 22 + random.Next(16));
            var resident = new GeneratedResident
            {
                Id = Id(),
                Household = household,
                Family = (family, familyKana),
                Given = GeneratedNames.Given(random, male),
                Male = male,
                Born = new DateOnly(year, 1, 1).AddDays(random.Next(365)),
                Home = home,
                Phone = landline.Length > 0 ? landline : year > 2008 || random.Next(8) == 0 ? "" : Mobile(),
                // A woman who is not the first of her household most often bore another name once.
                MaidenName = !male && i == 1 ? GeneratedNames.Family(random) : null,
            };
            residents.Add(resident);
            if (i >= 2 && random.Next(25) == 0)
                AddTwin(resident);
            if (i == 2 && random.Next(40) == 0)
                AddNamesake(resident);
        }
    }

    // Twins are often given names of one beginning.
    void AddTwin(GeneratedResident first)
    {
        var given = GeneratedNames.Given(random, first.Male);
        if (random.Next(2) == 0 && first.Given.Kana.Length > 1)
            given = (first.Given.Kanji[..1] + "斗", first.Given.Kana[..2] + (first.Given.Kana.EndsWith('ト') ? "ヤ" : "ト"));
        residents.Add(first with { Id = Id(), Given = given });
    }

    // The grandfather after whom a child is called, in the same house.
    void AddNamesake(GeneratedResident child) =>
        residents.Add(child with { Id = Id(), Born = child.Born.AddYears(-30 - random.Next(30)).AddDays(random.Next(200)) });

    void AddForeigner(Guid household, GeneratedHome home)
    {
        var (roman, kana) = GeneratedNames.Foreigner(random);
        var (family, given) = (kana.Split(' ')[0], string.Join(' ', kana.Split(' ')[1..]));
        residents.Add(new GeneratedResident
        {
            Id = Id(),
            Household = household,
            Family = (roman, family),
            Given = ("", given),
            Male = random.Next(2) == 0,
            Born = new DateOnly(1960 + random.Next(50), 1, 1).AddDays(random.Next(365)),
            Home = home,
            Phone = Mobile(),
            Alias = random.Next(2) == 0 ? (GeneratedNames.Family(random), GeneratedNames.Given(random, true)) : null,
        });
    }

    /// <summary>A home nobody lives in, for strangers and for addresses of earlier days.</summary>
    public GeneratedHome Home()
    {
        var flat = random.Next(3) == 0;
        return new GeneratedHome(
            Towns[random.Next(Towns.Length)],
            random.Next(6) == 0 ? 0 : 1 + random.Next(5),
            1 + random.Next(60),
            1 + random.Next(30),
            flat ? Buildings[random.Next(Buildings.Length)] : "",
            flat ? 101 + (random.Next(9) * 100) + random.Next(12) : 0);
    }

    /// <summary>A number nobody else has.</summary>
    public string Mobile() => $"0{7 + random.Next(3)}0-{1000 + (++phones / 10_000)}-{phones % 10_000:0000}";

    string Landline() => $"0999-{10 + (++phones / 10_000 % 90)}-{phones % 10_000:0000}";

    Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
