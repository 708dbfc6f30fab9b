using Tsunagu.Households.Linking;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Linking;

public sealed class NameMatchTests
{
    [Theory]
    [InlineData("ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダ　タロウ", nameof(NameLevel.Exact), nameof(NameLevel.Exact))]
    [InlineData("やまだ たろう", "ヤマダ　タロウ", nameof(NameLevel.Exact), nameof(NameLevel.Exact))]
    [InlineData("ヤマダタロウ", "ヤマダ　タロウ", nameof(NameLevel.Exact), nameof(NameLevel.Exact))]
    [InlineData("ヤマダ タロウ 様", "ヤマダ　タロウ", nameof(NameLevel.Exact), nameof(NameLevel.Exact))]
    [InlineData("ヤマタ シヨウイチ", "ヤマダ　ショウイチ", nameof(NameLevel.Variant), nameof(NameLevel.Variant))]
    [InlineData("タロウ ヤマダ", "ヤマダ　タロウ", nameof(NameLevel.Variant), nameof(NameLevel.Variant))]
    [InlineData("ヤマ ダタロウ", "ヤマダ　タロウ", nameof(NameLevel.Variant), nameof(NameLevel.Variant))]
    [InlineData("ヤマモトタロウ", "ヤマダ　タロウ", nameof(NameLevel.Different), nameof(NameLevel.Variant))]
    [InlineData("ヤマダ タローサ", "ヤマダ　タロウ", nameof(NameLevel.Exact), nameof(NameLevel.Slip))]
    [InlineData("ヤマダ タクロウ", "ヤマダ　タロウ", nameof(NameLevel.Exact), nameof(NameLevel.Slip))]
    [InlineData("ヤマダ タウロ", "ヤマダ　タロウ", nameof(NameLevel.Exact), nameof(NameLevel.Slip))]
    [InlineData("ヤマダ マサチャン", "ヤマダ　マサヒコ", nameof(NameLevel.Exact), nameof(NameLevel.Nickname))]
    [InlineData("ヤマダ マサ", "ヤマダ　マサヒコ", nameof(NameLevel.Exact), nameof(NameLevel.Nickname))]
    [InlineData("ヤマダ ハナコ", "ヤマダ　タロウ", nameof(NameLevel.Exact), nameof(NameLevel.Different))]
    [InlineData("アベ エミ", "アベ　エリ", nameof(NameLevel.Exact), nameof(NameLevel.Different))]
    [InlineData("スズキ タロウ", "ヤマダ　タロウ", nameof(NameLevel.Different), nameof(NameLevel.Exact))]
    [InlineData("ヤマダ", "ヤマダ　タロウ", nameof(NameLevel.Exact), nameof(NameLevel.Missing))]
    [InlineData("髙橋 太郎", "高橋　太郎", nameof(NameLevel.Variant), nameof(NameLevel.Exact))]
    [InlineData("SATO Taro", "SATO TARO", nameof(NameLevel.Exact), nameof(NameLevel.Exact))]
    [InlineData("グエン ヴァン ミン", "ｸﾞｴﾝ ｳﾞｧﾝ ﾐﾝ", nameof(NameLevel.Exact), nameof(NameLevel.Exact))]
    public void Parts_AgreeAsFarAsTheyDo(string noted, string registered, string family, string given)
    {
        var match = NameMatch.Of(Form(noted), Form(registered));
        Assert.Equal((family, given), (match.Family.ToString(), match.Given.ToString()));
    }

    [Theory]
    [InlineData("ﾔﾏﾀﾞ ﾀﾛｰ", nameof(NameScript.Kana))]
    [InlineData("YAMADA Taro", nameof(NameScript.Latin))]
    [InlineData("山田 太郎", nameof(NameScript.Kanji))]
    [InlineData("山田 タロウ", nameof(NameScript.Kanji))]
    public void Script_IsSeen(string name, string script) => Assert.Equal(script, Form(name).Script.ToString());

    [Fact]
    public void MissingGlyph_NeitherAgreesNorDiffers() =>
        Assert.Equal(new NameMatch(NameLevel.Missing, NameLevel.Exact), NameMatch.Of(Form("吉野 太郎"), Form("〓野　太郎")));

    static NameForm Form(string name) => NameForm.Of(name) ?? throw new InvalidOperationException(name);
}
