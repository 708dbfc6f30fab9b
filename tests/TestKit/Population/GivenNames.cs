namespace Tsunagu.Tests.TestKit.Population;

/// <summary>Given names of women and men, the commoner ones by generation, and a tail made of the usual parts.</summary>
static class GivenNames
{
    const string OldWomen = "和子カズコ 幸子サチコ 洋子ヨウコ 節子セツコ 恵子ケイコ 京子キョウコ 文子フミコ 美代子ミヨコ 久子ヒサコ 弘子ヒロコ 敏子トシコ 光子ミツコ 悦子エツコ 静江シズエ 千代子チヨコ 順子ジュンコ 信子ノブコ 昭子アキコ 妙子タエコ 澄子スミコ 富美子フミコ キヨキヨ 敬子ケイコ 紀子ノリコ";
    const string MiddleWomen = "直美ナオミ 明美アケミ 真由美マユミ 由美子ユミコ 久美子クミコ 智子トモコ 陽子ヨウコ 裕子ユウコ 香織カオリ 恵美エミ 純子ジュンコ 美穂ミホ 麻衣マイ 愛アイ 恵メグミ 優子ユウコ 美香ミカ 由香ユカ 理恵リエ 綾アヤ 舞マイ 彩アヤ 沙織サオリ 千尋チヒロ 瞳ヒトミ 美咲ミサキ 友美トモミ 祐子ユウコ";
    const string YoungWomen = "葵アオイ さくらサクラ 陽菜ヒナ 結衣ユイ 莉子リコ 美桜ミオ 結菜ユナ 凛リン 七海ナナミ 花ハナ 心春コハル 杏アン 芽依メイ 琴音コトネ 彩花アヤカ 美羽ミウ 優花ユウカ 楓カエデ 遥ハルカ 萌モエ 真央マオ ひなたヒナタ 咲良サラ 紬ツムギ";
    const string OldMen = "清キヨシ 実ミノル 勇イサム 正夫マサオ 武タケシ 茂シゲル 進ススム 勝マサル 昭アキラ 博ヒロシ 稔ミノル 隆タカシ 弘ヒロシ 正ミツル 豊ユタカ 和夫カズオ 忠タダシ 義雄ヨシオ 三郎サブロウ 幸雄ユキオ 昇ノボル 誠マコト 明アキラ 達夫タツオ";
    const string MiddleMen = "浩ヒロシ 誠マコト 健一ケンイチ 隆タカシ 修オサム 浩二コウジ 学マナブ 大輔ダイスケ 健太ケンタ 哲也テツヤ 直樹ナオキ 剛ツヨシ 健ケン 哲テツ 雄一ユウイチ 亮リョウ 翔太ショウタ 拓也タクヤ 達也タツヤ 徹トオル 敏明トシアキ 誠司セイジ 隆史タカシ 慎吾シンゴ 純一ジュンイチ 伸一シンイチ 洋平ヨウヘイ 大樹ダイキ";
    const string YoungMen = "蓮レン 陽翔ハルト 湊ミナト 悠真ユウマ 大翔ヒロト 颯太ソウタ 樹イツキ 悠人ユウト 陽太ヨウタ 海斗カイト 翔ショウ 駿シュン 奏太カナタ 優斗ユウト 新アラタ 律リツ 朝陽アサヒ 颯真ソウマ 結翔ユイト 拓海タクミ 岳ガク 涼リョウ 瑛太エイタ 一輝カズキ";
    const string WomenFirst = "美ミ 由ユ 優ユウ 真マ 彩アヤ 里リ 奈ナ 千チ 恵エ 沙サ 亜ア 友トモ 智トモ 明アキ 文フミ 佳ヨシ 幸サチ 絵エ 早サ 菜ナ 麻アサ 陽ハル 清キヨ 光ミツ 春ハル 秋アキ 雪ユキ 初ハツ";
    const string WomenLast = "子コ 美ミ 香カ 奈ナ 恵エ 代ヨ 江エ 里リ 絵エ 音ネ 花カ 乃ノ 希キ 穂ホ 佳カ 枝エ 世ヨ 紀キ 葉ハ 那ナ";
    const string MenFirst = "正マサ 和カズ 義ヨシ 健ケン 隆タカ 浩ヒロ 俊トシ 秀ヒデ 英ヒデ 明アキ 幸ユキ 信ノブ 光ミツ 克カツ 昭アキ 雅マサ 直ナオ 智トモ 康ヤス 文フミ 貴タカ 大ダイ 悠ユウ 陽ハル 勇ユウ 敏トシ 宏ヒロ 哲テツ 良リョウ 誠セイ 忠タダ 孝タカ";
    const string MenLast = "雄オ 夫オ 男オ 彦ヒコ 樹キ 人ト 之ユキ 行ユキ 一イチ 郎ロウ 太タ 也ヤ 介スケ 史シ 明アキ 弘ヒロ 志シ 治ジ 司ジ 斗ト 真マ 平ヘイ 吾ゴ 二ジ 三ゾウ 則ノリ 徳ノリ 博ヒロ";

    const double Tail = 0.4;

    /// <summary>Names of somebody's generation.</summary>
    public static Weighted<WrittenName> Of(bool woman, int born)
    {
        var lists = woman ? Women : Men;
        return born < 1960 ? lists[0] : born < 1995 ? lists[1] : lists[2];
    }

    static readonly Weighted<WrittenName>[] Women = [.. new[] { OldWomen, MiddleWomen, YoungWomen }.Select(list => Build(list, WomenFirst, WomenLast))];

    static readonly Weighted<WrittenName>[] Men = [.. new[] { OldMen, MiddleMen, YoungMen }.Select(list => Build(list, MenFirst, MenLast))];

    static Weighted<WrittenName> Build(string common, string first, string last)
    {
        var head = WrittenName.Parse(common).Select((name, rank) => (name, Weight: 1 / Math.Pow(rank + 4, 0.7))).ToList();
        var tail = (from a in WrittenName.Parse(first)
                    from b in WrittenName.Parse(last)
                    where a.Written != b.Written
                    select (new WrittenName(a.Written + b.Written, a.Kana + b.Kana), 1.0)).ToList();
        var sum = head.Sum(entry => entry.Weight);
        return new([.. head.Select(entry => (entry.name, entry.Weight / sum * (1 - Tail))), .. tail.Select(entry => (entry.Item1, Tail / tail.Count))]);
    }
}
