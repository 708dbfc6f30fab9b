using System.Text.RegularExpressions;

namespace Tsunagu.Households.Proposing;

/// <summary>What a feed is called: an id from the file's name, a 制度 from the name or the columns.</summary>
static partial class FeedNames
{
    /// <summary>Stands where staff must fill in a name.</summary>
    public const string Unset = "未設定";

    const int LongestId = 64;

    static readonly (string Scheme, string[] Files, string[] Headers)[] Schemes =
    [
        ("介護給付", ["KAIGOKYUFU", "介護給付", "介護サービス"], []),
        ("介護認定", ["KAIGO", "介護認定", "要介護", "介護保険"], ["要介護", "介護認定"]),
        ("療育手帳", ["RYOIKU", "療育"], ["療育"]),
        ("精神障害者保健福祉手帳", ["SEISHIN", "精神"], ["精神障害", "自立支援同時"]),
        ("自立支援医療", ["JIRITSUIRYO", "JIRITSUSHIENIRYO", "自立支援医療", "精神通院"], ["自立支援医療", "精神通院"]),
        ("身体障害者手帳", ["SHINTAI", "身体"], ["身体障害", "旅客運賃"]),
        ("特別障害者手当", ["TOKUBETSUSHOGAI", "特別障害者手当"], ["特別障害者手当"]),
        ("障害福祉サービス", ["SHOGAI", "SYOGAI", "障害福祉", "障がい福祉"], ["障害支援区分", "支給決定"]),
        ("児童扶養手当", ["JIDOFUYO", "FUYOTEATE", "児童扶養"], ["児童扶養", "全部支給"]),
        ("児童手当", ["JIDOTEATE", "児童手当"], ["第何子"]),
        ("こども医療費助成", ["KODOMOIRYO", "NYUYOJIIRYO", "子ども医療", "こども医療", "乳幼児医療"], ["公費負担者番号"]),
        ("ひとり親家庭等医療費助成", ["HITORIOYA", "ひとり親"], ["ひとり親"]),
        ("学童保育", ["GAKUDO", "学童"], ["学童"]),
        ("保育所入所", ["HOIKU", "保育"], ["保育料", "保育所"]),
        ("就学援助", ["SHUGAKU", "SYUGAKU", "就学援助"], ["就学援助", "準要保護"]),
        ("生活困窮者自立支援", ["KONKYU", "困窮"], ["プラン策定"]),
        ("生活保護", ["SEIKATSUHOGO", "SEIHO", "生活保護", "生保"], ["扶助", "ケース番号"]),
        ("国民健康保険資格", ["KOKUHO", "国保", "国民健康保険"], ["国保", "被保険者証記号"]),
        ("後期高齢者医療", ["KOKI", "KOUKI", "後期高齢"], ["後期高齢"]),
        ("住民税課税区分", ["JUMINZEI", "ZEI", "住民税", "課税"], ["課税区分", "所得割"]),
        ("市営住宅入居", ["JUTAKU", "市営住宅", "公営住宅"], ["団地", "入居"]),
        ("予防接種・健診", ["KENSHIN", "YOBO", "SESSHU", "予防接種", "健診"], ["接種", "健診"]),
        ("避難行動要支援者名簿", ["HINAN", "避難"], ["個別避難計画"]),
        ("社会福祉協議会", ["SHAKYO", "SYAKYO", "社協", "社会福祉協議会"], []),
        ("地域包括支援センター相談", ["HOKATSU", "包括"], []),
        ("国民年金", ["NENKIN", "年金"], ["年金"]),
        ("水道", ["SUIDO", "水道"], ["水栓", "検針"]),
    ];

    /// <summary>An id of a-z, 0-9, _ and -; without the date of the day's file. Unsure when the name had to be made up.</summary>
    public static (string Id, Certainty Certainty) IdOf(string fileName, string scheme)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        var dot = name.LastIndexOf('.');
        var stem = DayOfFile().Replace((dot > 0 ? name[..dot] : name).ToLowerInvariant(), "");
        var id = Others().Replace(stem, "_").Trim('_', '-');
        if (id.Length >= 2)
            return (id[..Math.Min(id.Length, LongestId)], Certainty.Likely);
        var known = Schemes.FirstOrDefault(s => s.Scheme == scheme).Files;
        return known is [var first, ..] ? (first.ToLowerInvariant(), Certainty.Unsure) : ("new_feed", Certainty.Unsure);
    }

    /// <summary>The 制度, or empty when nothing names one.</summary>
    public static (string Scheme, Certainty Certainty) SchemeOf(string fileName, IEnumerable<string> headers)
    {
        var name = HeaderText.Fold(fileName);
        if (Schemes.FirstOrDefault(s => name.Has(s.Files)) is { Scheme: { } byName })
            return (byName, Certainty.Likely);
        var all = string.Join(' ', headers);
        var named = Schemes.Where(s => all.Has(s.Headers)).ToList();
        return named.Count == 1 ? (named[0].Scheme, Certainty.Unsure) : ("", Certainty.Open);
    }

    [GeneratedRegex(@"[_-]?((19|20)\d{2}[_-]?\d{2}([_-]?\d{2})?|r\d{6})(?=$|[^0-9])")]
    private static partial Regex DayOfFile();

    [GeneratedRegex("[^a-z0-9_-]+")]
    private static partial Regex Others();
}
