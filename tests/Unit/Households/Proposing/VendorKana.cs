using System.Text;

namespace Tsunagu.Tests.Unit.Households.Proposing;

/// <summary>Half-width kana with separate marks, as old systems print them.</summary>
static class VendorKana
{
    const string Full = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォッャュョー";
    const string Narrow = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｯｬｭｮｰ";

    public static string Half(string kana)
    {
        var text = new StringBuilder();
        foreach (var c in kana)
        {
            if (Full.IndexOf(c) is >= 0 and var plain)
                _ = text.Append(Narrow[plain]);
            else if (Full.IndexOf((char)(c - 1)) is >= 0 and var voiced && c != '　')
                _ = text.Append(Narrow[voiced]).Append('ﾞ');
            else if (Full.IndexOf((char)(c - 2)) is >= 0 and var popped && c != '　')
                _ = text.Append(Narrow[popped]).Append('ﾟ');
            else
                _ = text.Append(c);
        }
        return text.ToString();
    }
}
