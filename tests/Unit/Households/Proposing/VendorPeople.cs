using Tsunagu.Households.Domain;
using Tsunagu.Households.Proposing;

namespace Tsunagu.Tests.Unit.Households.Proposing;

/// <summary>A made-up resident.</summary>
sealed record VendorPerson(string Number, string Household, string Name, string Kana, DateOnly Birth, int Sex, string Address, string Phone);

/// <summary>A made-up register: sparse or dense, 世帯番号 of its own range or that of the head.</summary>
sealed class VendorPeople
{
    static readonly (string Kanji, string Kana)[] Families =
    [
        ("相沢", "アイザワ"), ("飯塚", "イイヅカ"), ("植村", "ウエムラ"), ("遠藤", "エンドウ"), ("大場", "オオバ"), ("片桐", "カタギリ"), ("北島", "キタジマ"), ("熊谷", "クマガイ"),
        ("児玉", "コダマ"), ("坂口", "サカグチ"), ("柴田", "シバタ"), ("須田", "スダ"), ("関根", "セキネ"), ("髙松", "タカマツ"), ("土屋", "ツチヤ"), ("富樫", "トガシ"),
        ("中原", "ナカハラ"), ("根本", "ネモト"), ("野崎", "ノザキ"), ("橋爪", "ハシヅメ"), ("平野", "ヒライノ"), ("福島", "フクシマ"), ("細川", "ホソカワ"), ("牧野", "マキノ"),
        ("宮﨑", "ミヤザキ"), ("村井", "ムライ"), ("望月", "モチヅキ"), ("八木", "ヤギ"), ("吉野", "ヨシノ"), ("若林", "ワカバヤシ"),
    ];

    static readonly (string Kanji, string Kana)[] Givens =
    [
        ("明", "アキラ"), ("郁子", "イクコ"), ("英二", "エイジ"), ("香織", "カオリ"), ("清", "キヨシ"), ("恵子", "ケイコ"), ("浩一", "コウイチ"), ("小百合", "サユリ"), ("茂", "シゲル"),
        ("大輔", "ダイスケ"), ("千春", "チハル"), ("智子", "トモコ"), ("直樹", "ナオキ"), ("春香", "ハルカ"), ("仁", "ヒトシ"), ("冬馬", "トウマ"), ("誠", "マコト"), ("美咲", "ミサキ"),
        ("恵", "メグミ"), ("康夫", "ヤスオ"), ("勇気", "ユウキ"), ("洋平", "ヨウヘイ"), ("蘭", "ラン"), ("玲奈", "レイナ"), ("航", "ワタル"),
    ];

    readonly Dictionary<string, RegisterEntry> entries = [];

    public VendorPeople(Random random)
    {
        IsDense = random.Next(4) == 0;
        var count = random.Next(400, 1500);
        var byHead = random.Next(4) == 0;
        var (household, people) = ("", new List<VendorPerson>());
        for (var i = 0; i < count; i++)
        {
            var number = (IsDense ? 1000L + i * 2 + random.Next(2) : random.NextInt64(10_000, 99_999_999)).ToString("D15");
            if (i == 0 || random.Next(5) < 2)
                household = byHead ? number : (IsDense ? 1000L + random.Next(count * 2) : random.NextInt64(10_000, 99_999_999)).ToString("D15");
            var (family, given) = (Families[random.Next(Families.Length)], Givens[random.Next(Givens.Length)]);
            var birth = new DateOnly(1928, 1, 1).AddDays(random.Next(35_500));
            var person = new VendorPerson(
                number, household, $"{family.Kanji}　{given.Kanji}", $"{family.Kana}　{given.Kana}", birth, 1 + random.Next(2),
                $"{"東西南北中"[random.Next(5)]}{"浜丘町台原"[random.Next(5)]}{random.Next(1, 6)}丁目{random.Next(1, 40)}番{random.Next(1, 30)}号",
                random.Next(2) == 0 ? $"0{random.Next(7, 10)}0-{random.Next(0, 10000):D4}-{random.Next(0, 10000):D4}" : $"0{random.Next(10, 99)}-{random.Next(100, 1000)}-{random.Next(0, 10000):D4}");
            if (entries.TryAdd(number, new RegisterEntry(household, person.Name, person.Kana, new PartialDate(birth.Year, birth.Month, birth.Day))))
                people.Add(person);
        }
        People = people;
    }

    /// <summary>Most numbers of its range belong to somebody.</summary>
    public bool IsDense { get; }

    public IReadOnlyList<VendorPerson> People { get; }

    public RegisterLookup Register => SampleCity.Answer(entries);
}
