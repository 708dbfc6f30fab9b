using System.Globalization;

namespace Tsunagu.Tests.TestKit.Population;

/// <summary>A made-up town of any size; the same seed gives the same people.</summary>
public static class Town
{
    const string Places = "若葉台 汐見町 風早町 月見坂 稲穂町 雲雀野 小春台 鶴舞町 藤波町 初音町 野分町 夕凪町 潮騒町 茜町 花笠町 千歳町 白鷺町 緑ヶ丘 大字八重垣 大字横沢 川端町 星見台 大橋通 松風町 朝霧台";
    const string Houses = "メゾン ハイツ コーポ レジデンス グリーンコート パレス";
    const string HouseNames = "夕凪 千歳 鈴音 花笠 汐見 白鷺 若葉 月見 青葉 富士";

    // Which shape the register has: most names have one usual shape, some families another.
    static readonly (char Usual, string Others, double Share)[] Shapes =
    [
        ('高', "髙", 0.2), ('辺', "邊邉", 0.25), ('崎', "﨑", 0.2), ('斎', "齋", 0.3), ('斉', "齊", 0.1), ('浜', "濱", 0.2), ('沢', "澤", 0.25), ('広', "廣", 0.3), ('桜', "櫻", 0.15),
        ('島', "嶋", 0.15), ('国', "國", 0.2), ('滝', "瀧", 0.3), ('渋', "澁", 0.2), ('富', "冨", 0.1), ('真', "眞", 0.05), ('恵', "惠", 0.05), ('塚', "\uFA10", 0.05), ('栄', "榮", 0.1),
    ];

    /// <summary>Makes the people of a town one by one.</summary>
    /// <param name="people">How many.</param>
    /// <param name="seed">Decides everything.</param>
    /// <param name="today">Day on which they are as they are.</param>
    public static IEnumerable<Inhabitant> People(int people, int seed, DateOnly today)
    {
        var random = new Random(seed);
        long number = 10_000, household = 5_000;
        for (var made = 0; made < people;)
        {
            household += random.Next(1, 30);
            var home = Home(random);
            foreach (var member in Members(random, today))
            {
                if (made++ == people)
                    yield break;
                number += random.Next(1, 20);
                yield return Settle(random, member with { Number = Padded(number), Household = Padded(household) }, home);
            }
        }
    }

    /// <summary>Other shapes of a kanji, the usual one included; empty for most.</summary>
    public static string ShapesOf(char kanji) =>
        Shapes.Where(shape => shape.Usual == kanji || shape.Others.Contains(kanji)).Select(shape => $"{shape.Usual}{shape.Others}").FirstOrDefault() ?? "";

    static IEnumerable<Inhabitant> Members(Random random, DateOnly today)
    {
        var family = Shaped(random, FamilyNames.All.Draw(random));
        var age = random.Next(20, 95);
        var head = Person(random, family, random.NextDouble() < 0.3, today.AddDays(-(age * 365) - random.Next(365)), "02", 1);
        yield return head;
        if (random.NextDouble() < 0.38)
            yield break;
        yield return Person(random, family, !head.Woman, head.Born.AddDays(random.Next(-2500, 2500)), head.Woman ? "11" : "12", 2) with
        {
            FormerFamily = random.NextDouble() < 0.02 ? FamilyNames.All.Draw(random).Written : "",
        };
        var children = age < 25 ? 0 : random.Next(0, 4);
        for (var child = 0; child < children; child++)
        {
            var born = head.Born.AddYears(random.Next(22, 40)).AddDays(random.Next(365));
            if (born < today)
                yield return Person(random, family, random.NextDouble() < 0.49, born, "20", 3 + child);
        }
    }

    static Inhabitant Person(Random random, WrittenName family, bool woman, DateOnly born, string relationship, int position) => new()
    {
        Number = "",
        Household = "",
        Family = family,
        Given = Shaped(random, GivenNames.Of(woman, born.Year).Draw(random)),
        Woman = woman,
        Born = born,
        Relationship = relationship,
        Position = position,
        Town = "",
        Street = "",
        Building = "",
        Phone = "",
    };

    static Inhabitant Settle(Random random, Inhabitant person, (string Town, string Street, string Building, string Phone) home)
    {
        var phone = random.NextDouble() < 0.15 ? "" : random.NextDouble() < 0.35 ? home.Phone : Mobile(random);
        var settled = person with { Town = home.Town, Street = home.Street, Building = home.Building, Phone = phone };
        return random.NextDouble() switch
        {
            < 0.02 => settled with { Before = settled with { Family = Shaped(random, FamilyNames.All.Draw(random)) } },
            < 0.05 => settled with { Before = Moved(random, settled) },
            _ => settled,
        };
    }

    static Inhabitant Moved(Random random, Inhabitant person)
    {
        var (town, street, building, _) = Home(random);
        return person with { Town = town, Street = street, Building = building };
    }

    static (string Town, string Street, string Building, string Phone) Home(Random random)
    {
        var places = Places.Split(' ');
        var place = places[random.Next(places.Length)];
        var town = place.StartsWith("大字", StringComparison.Ordinal) ? place : $"{place}{"１２３４５６"[random.Next(6)]}丁目";
        var street = place.StartsWith("大字", StringComparison.Ordinal) ? $"{random.Next(1, 2500)}番地{(random.Next(2) == 0 ? $"の{random.Next(1, 9)}" : "")}" : $"{random.Next(1, 45)}番{random.Next(1, 30)}号";
        var (houses, names) = (Houses.Split(' '), HouseNames.Split(' '));
        var building = random.NextDouble() < 0.4 ? $"{houses[random.Next(houses.Length)]}{names[random.Next(names.Length)]}　{random.Next(1, 11)}{random.Next(1, 13):00}号室" : "";
        return (town, street, building, string.Create(CultureInfo.InvariantCulture, $"0999-{random.Next(10, 100)}-{random.Next(10_000):0000}"));
    }

    static string Mobile(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"0{"789"[random.Next(3)]}0-0{random.Next(1000):000}-{random.Next(10_000):0000}");

    static WrittenName Shaped(Random random, WrittenName name)
    {
        var written = name.Written.ToCharArray();
        for (var i = 0; i < written.Length; i++)
        {
            foreach (var (usual, others, share) in Shapes)
            {
                if (written[i] == usual && random.NextDouble() < share)
                    written[i] = others[random.Next(others.Length)];
            }
        }
        return name with { Written = new string(written) };
    }

    static string Padded(long number) => number.ToString("000000000000000", CultureInfo.InvariantCulture);
}
