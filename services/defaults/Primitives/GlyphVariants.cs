using System.Text;

namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>Kanji of names that differ in shape alone; the first of a group stands for all.</summary>
static class GlyphVariants
{
    // Compatibility ideographs are written as escapes: editors replace them silently.
    const string Groups =
        "高髙 崎﨑嵜碕 辺邊邉 吉𠮷 斎斉齋齊 浜濱濵 沢澤 広廣 島嶋嶌 桜櫻 国國 滝瀧 竜龍 富冨 峰峯 柳栁 徳德 浅淺 真眞 恵惠 栄榮 館舘 渕淵渊 塚\uFA10 会會 寿壽 条條 実實 蔵藏 豊豐 静靜 "
        + "曽曾 円圓 関關 鉄鐵 万萬 弥彌 与與 亀龜 黒黑 児兒 荘莊 隆\uF9DC 神\uFA19 福\uFA1B 祥\uFA1A 晴\uFA12 羽\uFA1E 諸\uFA22 逸\uFA25 都\uFA26 鶴\uFA2D靏靍 薮藪籔 桧檜 篭籠 来來 為爲 緑綠 瀬瀨 頼賴 増增 土圡 橋𣘺";

    static readonly Dictionary<Rune, Rune> First = Build();

    /// <summary>The character that stands for a variant, or the character itself.</summary>
    public static string Join(Rune glyph) => First.GetValueOrDefault(glyph, glyph).ToString();

    static Dictionary<Rune, Rune> Build()
    {
        var first = new Dictionary<Rune, Rune>();
        foreach (var group in Groups.Split(' '))
        {
            var glyphs = group.EnumerateRunes().ToArray();
            foreach (var glyph in glyphs.Skip(1))
                first.TryAdd(glyph, glyphs[0]);
        }
        return first;
    }
}
