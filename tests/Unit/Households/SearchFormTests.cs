using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class SearchFormTests
{
    [Theory]
    [InlineData("ﾀﾞｲｺﾞ ｼｮｳﾍｲ", "だいご　しょうへい")]
    [InlineData("ﾏﾘｰ", "まり")]
    [InlineData("髙橋　﨑子", "高橋崎子")]
    [InlineData("𠮷野", "吉野")]
    [InlineData("渡邊　渡邉", "渡辺渡辺")]
    [InlineData("ＴＡＮＡＫＡ　Ｔａｒｏ", "tanaka taro")]
    [InlineData("ヴォルフ・ガング", "ウオルフカンク")]
    public void Names_ThatDifferInWritingAlone_ShareOneForm(string one, string other) => Assert.Equal(SearchForm.Of(other), SearchForm.Of(one));

    [Fact]
    public void MissingGlyph_IsLeftOutOfTheForm() => Assert.Equal("野家", SearchForm.Of("〓野　\uE000家"));

    [Theory]
    [InlineData("高橋", "高梨")]
    [InlineData("ｻﾄｳ ｲﾁﾛｳ", "ｻﾄｳ ｼﾞﾛｳ")]
    public void DifferentNames_KeepDifferentForms(string one, string other) => Assert.NotEqual(SearchForm.Of(one), SearchForm.Of(other));

    [Fact]
    public void Kana_IsShownInFullWidthWithMarksJoined() => Assert.Equal("ガッツ　パーク", TextFold.DisplayKana("ｶﾞｯﾂ ﾊﾟｰｸ"));
}
