using Tsunagu.Households.Searching;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Searching;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("オオノ", "Ohno", "Oono", "Ono", "Ōno", "ＯＨＮＯ")]
    [InlineData("シンバシ", "Shimbashi", "Shinbashi", "Simbasi")]
    [InlineData("サトウ", "Sato", "Satou", "Satoh")]
    [InlineData("ｲﾄｳ", "Ito", "Itoh", "Itō")]
    [InlineData("フジタ", "Fujita", "Huzita")]
    [InlineData("つちや", "Tsuchiya", "Tutiya")]
    [InlineData("ホンマ", "Homma", "Honma")]
    [InlineData("ハットリ", "Hattori")]
    [InlineData("ジュンイチ", "Jun'ichi", "Junichi", "Zyun'iti")]
    [InlineData("ショウヘイ", "Shohei", "Shouhei", "Syôhei")]
    [InlineData("オオヤマ", "Oyama", "Ohyama")]
    [InlineData("キョウコ", "Kyoko", "Kyouko")]
    [InlineData("チャン", "Chan")]
    public void Romanisations_SoundAsTheKana(string kana, params string[] romanised) =>
        Assert.All(romanised, text => Assert.Equal(Reading.OfKana(kana), Reading.OfLatin(text)));

    [Theory]
    [InlineData("ハラ", "Ohara")]
    [InlineData("サノ", "Sato")]
    [InlineData("ケンジ", "Kenichi")]
    public void OtherNames_SoundOtherwise(string kana, string romanised) => Assert.NotEqual(Reading.OfKana(kana), Reading.OfLatin(romanised));

    [Theory]
    [InlineData("ｸﾎﾞﾀ", true, false)]
    [InlineData("くぼたー", true, false)]
    [InlineData("Kubo-ta", false, true)]
    [InlineData("久保田", false, false)]
    [InlineData("久ぼた", false, false)]
    [InlineData("", false, false)]
    public void Script_IsToldByEveryLetter(string text, bool kana, bool latin) =>
        Assert.Equal((kana, latin), (Reading.IsKana(text), Reading.IsLatin(text)));
}
