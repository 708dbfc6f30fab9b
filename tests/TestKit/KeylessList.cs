using System.Text;

namespace Tsunagu.Tests.TestKit;

/// <summary>A file of a source that knows no resident number, in the layout of the feed <see cref="Feed"/>.</summary>
public static class KeylessList
{
    public const string Feed = "22_shakyo_mimamori";

    const string Header = "整理番号,フリガナ,生年月日,住所,電話番号,事業,内容,開始日,終了日,貸付残高,担当";

    /// <summary>The file.</summary>
    public static byte[] File(params IEnumerable<string> rows) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", [Header, .. rows, ""]))];

    /// <summary>A row; empty where the source says nothing.</summary>
    public static string Row(string number, string kana, string birth = "", string address = "", string phone = "", string content = "電話見守り") =>
        $"{number},{kana},{birth},{address},{phone},見守り,{content},R7.4.1,,,";
}
