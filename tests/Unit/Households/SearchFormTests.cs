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
    [InlineData("髙嶋　德次", "高島徳次")]
    [InlineData("𠮷澤　廣", "吉沢広")]
    [InlineData("齋藤　齊藤　斉藤", "斎藤斎藤斎藤")]
    [InlineData("濵田　濱田", "浜田浜田")]
    [InlineData("澁谷　櫻井　國分　圓佛", "渋谷桜井国分円仏")]
    [InlineData("佐々木　奈々", "佐佐木奈奈")]
    [InlineData("葛\U000E0100城", "葛城")]
    [InlineData("神\uFA19社", "神神社")]
    public void Names_ThatDifferInWritingAlone_ShareOneForm(string one, string other) => Assert.Equal(SearchForm.Of(other), SearchForm.Of(one));

    [Fact]
    public void MissingGlyph_IsLeftOutOfTheForm() => Assert.Equal("野家", SearchForm.Of("〓野　\uE000家"));

    [Theory]
    [InlineData("高橋", "高梨")]
    [InlineData("ｻﾄｳ ｲﾁﾛｳ", "ｻﾄｳ ｼﾞﾛｳ")]
    public void DifferentNames_KeepDifferentForms(string one, string other) => Assert.NotEqual(SearchForm.Of(one), SearchForm.Of(other));

    [Fact]
    public void GlyphGroups_StandForThemselvesAndForNoOther()
    {
        var standing = NameGlyphs.Groups.Select(group => group[0]).ToHashSet();
        Assert.All(NameGlyphs.Groups, group => Assert.All(group, glyph => Assert.Equal(group[0], NameGlyphs.Join(glyph))));
        Assert.All(NameGlyphs.Groups.SelectMany(group => group.Skip(1)), glyph => Assert.DoesNotContain(glyph, standing));
        Assert.True(NameGlyphs.Groups.Count > 500);
    }

    [Fact]
    public void Form_OfAForm_ChangesNothing() =>
        Assert.All(NameGlyphs.Groups.SelectMany(group => group), glyph => Assert.Equal(SearchForm.Of(glyph.ToString()), SearchForm.Of(SearchForm.Of(glyph.ToString()))));

    [Fact]
    public void Kana_IsShownInFullWidthWithMarksJoined() => Assert.Equal("ガッツ　パーク", TextFold.DisplayKana("ｶﾞｯﾂ ﾊﾟｰｸ"));
}
