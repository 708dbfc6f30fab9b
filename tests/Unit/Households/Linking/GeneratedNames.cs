namespace Tsunagu.Tests.Unit.Households.Linking;

/// <summary>Names put together from parts, some common and most rare, as names are.</summary>
static class GeneratedNames
{
    static readonly (string Kanji, string Kana)[] FamilyHeads =
    [
        ("山", "ヤマ"), ("田", "タ"), ("川", "カワ"), ("中", "ナカ"), ("小", "コ"), ("大", "オオ"), ("高", "タカ"), ("松", "マツ"), ("吉", "ヨシ"), ("西", "ニシ"),
        ("森", "モリ"), ("石", "イシ"), ("岡", "オカ"), ("藤", "フジ"), ("長", "ナガ"), ("宮", "ミヤ"), ("北", "キタ"), ("野", "ノ"), ("竹", "タケ"), ("杉", "スギ"),
        ("上", "ウエ"), ("福", "フク"), ("横", "ヨコ"), ("平", "ヒラ"), ("浜", "ハマ"), ("今", "イマ"), ("柴", "シバ"), ("久保", "クボ"), ("黒", "クロ"), ("白", "シラ"),
    ];

    static readonly (string Kanji, string Kana)[] FamilyTails =
    [
        ("田", "ダ"), ("本", "モト"), ("口", "グチ"), ("村", "ムラ"), ("川", "カワ"), ("野", "ノ"), ("島", "シマ"), ("沢", "ザワ"), ("井", "イ"), ("崎", "サキ"),
        ("原", "ハラ"), ("木", "キ"), ("山", "ヤマ"), ("岡", "オカ"), ("尾", "オ"), ("谷", "タニ"), ("倉", "クラ"), ("橋", "ハシ"), ("下", "シタ"), ("瀬", "セ"),
    ];

    static readonly (string Kanji, string Kana)[] GivenHeads =
    [
        ("博", "ヒロ"), ("正", "マサ"), ("和", "カズ"), ("義", "ヨシ"), ("明", "アキ"), ("孝", "タカ"), ("直", "ナオ"), ("敏", "トシ"), ("信", "ノブ"), ("幸", "ユキ"),
        ("春", "ハル"), ("秋", "アキ"), ("文", "フミ"), ("久", "ヒサ"), ("光", "ミツ"), ("勝", "カツ"), ("友", "トモ"), ("康", "ヤス"), ("重", "シゲ"), ("清", "キヨ"),
    ];

    static readonly (string Kanji, string Kana)[] MaleTails =
        [("夫", "オ"), ("男", "オ"), ("司", "シ"), ("彦", "ヒコ"), ("樹", "キ"), ("也", "ヤ"), ("人", "ト"), ("郎", "ロウ"), ("則", "ノリ"), ("雄", "オ"), ("一", "カズ"), ("太", "タ")];

    static readonly (string Kanji, string Kana)[] FemaleTails =
        [("子", "コ"), ("美", "ミ"), ("江", "エ"), ("代", "ヨ"), ("恵", "エ"), ("香", "カ"), ("奈", "ナ"), ("乃", "ノ"), ("世", "ヨ"), ("葉", "ハ")];

    static readonly (string Roman, string Kana)[] Foreign =
    [
        ("NGUYEN VAN MINH", "グエン ヴァン ミン"), ("SANTOS MARIA CLARA", "サントス マリア クララ"), ("KIM JIWOO", "キム ジウ"), ("LI NA", "リ ナ"),
        ("PEREIRA JOAO PEDRO", "ペレイラ ジョアン ペドロ"), ("GURUNG SITA", "グルン シタ"), ("TRAN THI LAN", "チャン ティ ラン"), ("REYES ANGELO", "レイエス アンジェロ"),
    ];

    public static (string Kanji, string Kana) Family(Random random) => Join(Pick(FamilyHeads, random), Pick(FamilyTails, random));

    public static (string Kanji, string Kana) Given(Random random, bool male) =>
        Join(Pick(GivenHeads, random), Pick(male ? MaleTails : FemaleTails, random));

    public static (string Roman, string Kana) Foreigner(Random random) => Foreign[random.Next(Foreign.Length)];

    // The power makes the first entries common and the last ones rare: the commonest family name is one in a hundred and fifty's.
    static (string Kanji, string Kana) Pick((string Kanji, string Kana)[] from, Random random) =>
        from[(int)(Math.Pow(random.NextDouble(), 1.4) * from.Length)];

    static (string, string) Join((string Kanji, string Kana) head, (string Kanji, string Kana) tail) =>
        (head.Kanji + tail.Kanji, head.Kana + tail.Kana);
}
