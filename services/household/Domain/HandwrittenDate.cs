using System.Text;

namespace Tsunagu.Households.Domain;

/// <summary>Dates typed by hand, each in a style of its own: S20.1.5, 昭和20年1月5日, 1945/1/5, 3200105, ㍼20.1, 昭和20年頃.</summary>
static class HandwrittenDate
{
    /// <summary>Styles of a date in the form of <see cref="Tidy"/>. Six digits are left out: they may be yyyyMM or an era's yyMMdd.</summary>
    public const string Styles =
        "GGy.M.d|Gy.M.d|yyyy.M.d|yyyyMMdd|NyyMMdd|GyyMMdd|GGyyMMdd|N.y.M.d|GGy.M|Gy.M|yyyy.M|GGy|Gy|yyyy";

    static readonly (string Long, string Short)[] Words =
    [
        ("㍾", "明治"), ("㍽", "大正"), ("㍼", "昭和"), ("㍻", "平成"), ("㋿", "令和"), ("不詳", ""), ("不明", ""), ("生まれ", ""), ("うまれ", ""), ("ごろ", ""),
    ];

    /// <summary>One separator in place of many, and none of the words around a date.</summary>
    /// <param name="text">In half width.</param>
    public static string Tidy(string text)
    {
        foreach (var (word, plain) in Words)
            text = text.Replace(word, plain, StringComparison.Ordinal);
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case ' ' or '日' or '生' or '頃' or '?':
                    break;
                case '年' or '月' or '/' or '-' or '、' or ',' or '・':
                    _ = tidy.Append('.');
                    break;
                default:
                    _ = tidy.Append(c);
                    break;
            }
        }
        return tidy.ToString().Trim('.');
    }
}
