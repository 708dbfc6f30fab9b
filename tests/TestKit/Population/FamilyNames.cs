namespace Tsunagu.Tests.TestKit.Population;

/// <summary>
/// Family names about as frequent as in Japan: a head of common ones in the order of the usual rankings, and a long tail made of the parts that Japanese names are made of.
/// </summary>
static class FamilyNames
{
    const string Common =
        "佐藤サトウ 鈴木スズキ 高橋タカハシ 田中タナカ 伊藤イトウ 渡辺ワタナベ 山本ヤマモト 中村ナカムラ 小林コバヤシ 加藤カトウ 吉田ヨシダ 山田ヤマダ 佐々木ササキ 山口ヤマグチ 松本マツモト 井上イノウエ 木村キムラ 林ハヤシ " +
        "斎藤サイトウ 清水シミズ 山崎ヤマザキ 森モリ 池田イケダ 橋本ハシモト 阿部アベ 石川イシカワ 山下ヤマシタ 中島ナカジマ 石井イシイ 小川オガワ 前田マエダ 岡田オカダ 長谷川ハセガワ 藤田フジタ 後藤ゴトウ 近藤コンドウ 村上ムラカミ " +
        "遠藤エンドウ 青木アオキ 坂本サカモト 斉藤サイトウ 福田フクダ 太田オオタ 西村ニシムラ 藤井フジイ 金子カネコ 岡本オカモト 藤原フジワラ 三浦ミウラ 中野ナカノ 中川ナカガワ 原田ハラダ 松田マツダ 竹内タケウチ 小野オノ 田村タムラ 中山ナカヤマ " +
        "和田ワダ 石田イシダ 森田モリタ 上田ウエダ 原ハラ 内田ウチダ 柴田シバタ 酒井サカイ 宮崎ミヤザキ 横山ヨコヤマ 高木タカギ 安藤アンドウ 宮本ミヤモト 大野オオノ 小島コジマ 工藤クドウ 谷口タニグチ 今井イマイ 高田タカダ 増田マスダ 丸山マルヤマ " +
        "杉山スギヤマ 村田ムラタ 大塚オオツカ 新井アライ 小山コヤマ 平野ヒラノ 藤本フジモト 河野コウノ 上野ウエノ 武田タケダ 野口ノグチ 松井マツイ 千葉チバ 菅原スガワラ 岩崎イワサキ 久保クボ 木下キノシタ 佐野サノ 野村ノムラ 松尾マツオ 菊地キクチ 市川イチカワ " +
        "杉本スギモト 古川フルカワ 大西オオニシ 島田シマダ 水野ミズノ 桜井サクライ 渡部ワタナベ 高野タカノ 吉川ヨシカワ 山内ヤマウチ 西田ニシダ 飯田イイダ 菊池キクチ 西川ニシカワ 小松コマツ 北村キタムラ 安田ヤスダ 五十嵐イガラシ 川口カワグチ 平田ヒラタ 関セキ 中田ナカタ " +
        "久保田クボタ 服部ハットリ 東ヒガシ 岩田イワタ 土屋ツチヤ 川崎カワサキ 福島フクシマ 本田ホンダ 辻ツジ 樋口ヒグチ 秋山アキヤマ 田口タグチ 永井ナガイ 山中ヤマナカ 中西ナカニシ 吉村ヨシムラ 川上カワカミ 石原イシハラ 大橋オオハシ 松岡マツオカ 浜田ハマダ 馬場ババ 森本モリモト " +
        "矢野ヤノ 浅野アサノ 松下マツシタ 星野ホシノ 大久保オオクボ 吉岡ヨシオカ 小池コイケ 野田ノダ 荒木アラキ 大谷オオタニ 松浦マツウラ 熊谷クマガイ 黒田クロダ 永田ナガタ 尾崎オザキ 川村カワムラ 望月モチヅキ 田辺タナベ 松村マツムラ 堀ホリ 荒井アライ 大島オオシマ 平井ヒライ 早川ハヤカワ " +
        "西山ニシヤマ 栗原クリハラ 菅野カンノ 広瀬ヒロセ 横田ヨコタ 石橋イシバシ 岩本イワモト 萩原ハギワラ 須藤スドウ 関口セキグチ 大川オオカワ 宮田ミヤタ 高山タカヤマ 桑原クワバラ 富田トミタ 沢田サワダ 吉野ヨシノ 国分コクブ 渋谷シブヤ 榎本エノモト 新橋シンバシ 大山オオヤマ 滝沢タキザワ 片桐カタギリ 戸田トダ";

    const string First =
        "石イシ 大オオ 小コ 中ナカ 山ヤマ 川カワ 木キ 森モリ 松マツ 竹タケ 杉スギ 藤フジ 原ハラ 村ムラ 井イ 島シマ 谷タニ 沢サワ 野ノ 池イケ 橋ハシ 本モト 上カミ 下シモ 西ニシ 北キタ 南ミナミ 内ウチ 前マエ 金カネ 古フル 新ニイ 青アオ 赤アカ 黒クロ 白シラ 高タカ 長ナガ 広ヒロ 深フカ 浅アサ " +
        "秋アキ 春ハル 夏ナツ 冬フユ 朝アサ 宮ミヤ 寺テラ 神カミ 福フク 富トミ 吉ヨシ 安ヤス 若ワカ 岩イワ 土ツチ 水ミズ 堀ホリ 溝ミゾ 関セキ 辻ツジ 坂サカ 岡オカ 塚ツカ 浜ハマ 浦ウラ 津ツ 瀬セ 滝タキ 桜サクラ 梅ウメ 栗クリ 柿カキ 桑クワ 榎エノキ 荒アラ 平ヒラ 細ホソ 太フト 丸マル 三ミ 五ゴ 八ヤ 千チ 米ヨネ 稲イナ 麦ムギ";

    const string Last =
        "田ダ 川カワ 山ヤマ 村ムラ 本モト 野ノ 井イ 島シマ 崎ザキ 原ハラ 沢サワ 橋ハシ 口グチ 谷タニ 木キ 森モリ 林バヤシ 岡オカ 塚ヅカ 尾オ 瀬セ 戸ト 浦ウラ 松マツ 藤フジ 間マ 場バ 部ベ 内ウチ 中ナカ 下シタ 上ガミ 倉クラ 坂サカ 津ヅ 宮ミヤ 見ミ 水ミズ 越コシ 屋ヤ 子コ 城シロ 丸マル 石イシ 岩イワ 根ネ 江エ 地チ 園ゾノ";

    /// <summary>Share of the people who bear a name of the tail.</summary>
    const double Tail = 0.45;

    public static Weighted<WrittenName> All { get; } = Build();

    static Weighted<WrittenName> Build()
    {
        var common = WrittenName.Parse(Common).Select((name, rank) => (name, Weight: 1 / Math.Pow(rank + 8, 0.85))).ToList();
        var known = common.Select(entry => entry.name.Written).ToHashSet();
        var tail = (from first in WrittenName.Parse(First)
                    from last in WrittenName.Parse(Last)
                    let name = new WrittenName(first.Written + last.Written, first.Kana + last.Kana)
                    where first.Written != last.Written && !known.Contains(name.Written)
                    select name).OrderBy(name => Scatter(name.Written)).Select((name, rank) => (name, Weight: 1 / Math.Pow(rank + 40, 0.7))).ToList();
        var (head, rest) = (common.Sum(entry => entry.Weight), tail.Sum(entry => entry.Weight));
        return new([.. common.Select(entry => (entry.name, entry.Weight / head * (1 - Tail))), .. tail.Select(entry => (entry.name, entry.Weight / rest * Tail))]);
    }

    // Which of the tail are the commoner ones is arbitrary, and the same in every run.
    static uint Scatter(string text) => text.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619);
}
