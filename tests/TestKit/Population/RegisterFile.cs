using System.Globalization;
using System.Text;

namespace Tsunagu.Tests.TestKit.Population;

/// <summary>Writes people as the resident register exports them.</summary>
public static class RegisterFile
{
    const string Columns =
        "宛名番号,世帯番号,住民種別,住民状態,異動年月日,異動年月日不詳フラグ,異動事由,氏名,氏名カナ,旧氏,通称,通称カナ,氏名ローマ字,性別,生年月日,生年月日不詳フラグ," +
        "続柄コード1,続柄コード2,続柄コード3,続柄コード4,続柄,記載順位,郵便番号,町字コード,町字,番地号表記,方書,転入前住所,転出先住所,国籍コード,電話番号";

    const string Full = "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ";
    const string Half = "ｶﾞｷﾞｸﾞｹﾞｺﾞｻﾞｼﾞｽﾞｾﾞｿﾞﾀﾞﾁﾞﾂﾞﾃﾞﾄﾞﾊﾞﾋﾞﾌﾞﾍﾞﾎﾞﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟｳﾞ";
    const string Plain = "ァアィイゥウェエォオカキクケコサシスセソタチッツテトナニヌネノハヒフヘホマミムメモャヤュユョヨラリルレロワヲンー";
    const string Narrow = "ｧｱｨｲｩｳｪｴｫｵｶｷｸｹｺｻｼｽｾｿﾀﾁｯﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓｬﾔｭﾕｮﾖﾗﾘﾙﾚﾛﾜｦﾝｰ";

    /// <summary>CP932 with 〓 for what it lacks.</summary>
    public static Encoding Cp932 { get; } = Create();

    /// <summary>The file in pieces, so that no town is too large for it.</summary>
    public static IEnumerable<byte[]> Pieces(IEnumerable<Inhabitant> people)
    {
        var text = new StringBuilder(Line(Columns.Split(',')));
        foreach (var person in people)
        {
            text.Append(Line(Cells(person)));
            if (text.Length > 30_000)
            {
                yield return Cp932.GetBytes(text.ToString());
                text.Clear();
            }
        }
        yield return Cp932.GetBytes(text.ToString());
    }

    static string[] Cells(Inhabitant person) =>
    [
        person.Number, person.Household, "1", "1", "2020-04-01", "0", "転入", person.Name, HalfWidth(person.Kana), person.FormerFamily, "", "", "",
        person.Woman ? "2" : "1", person.Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "0", person.Relationship, "", "", "",
        person.Relationship switch { "02" => "世帯主", "11" => "夫", "12" => "妻", _ => "子" }, person.Position.ToString(CultureInfo.InvariantCulture),
        "999-9900", "0101001", person.Town, person.Street, person.Building, "", "", "", person.Phone,
    ];

    static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(cell => $"\"{cell}\"")) + "\r\n";

    static string HalfWidth(string kana)
    {
        var narrow = new StringBuilder(kana.Length * 2);
        foreach (var letter in kana)
        {
            if (Full.IndexOf(letter) is >= 0 and var voiced)
                narrow.Append(Half, voiced * 2, 2);
            else
                narrow.Append(Plain.IndexOf(letter) is >= 0 and var plain ? Narrow[plain] : letter);
        }
        return narrow.ToString();
    }

    static Encoding Create()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(932, new EncoderReplacementFallback("〓"), DecoderFallback.ExceptionFallback);
    }
}
