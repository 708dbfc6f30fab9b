using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Defaults;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("さとう　じゅんいちろう", "サトウシユンイチロウ")]
    [InlineData("ｻﾄｳ ｼﾞｭﾝｲﾁﾛｳ", "サトウシユンイチロウ")]
    [InlineData("サトウ ジュンイチロー", "サトウシユンイチロ")]
    [InlineData("ﾊﾟﾌﾞﾛ・ｶﾞﾙｼｱ", "ハフロカルシア")]
    [InlineData("か\u3099とう", "カトウ")]
    [InlineData("Ｎｇｕｙｅｎ van", "NGUYENVAN")]
    [InlineData("髙橋 ゑい", "高橋ヱイ")]
    [InlineData("𠮷野 渡邉", "吉野渡辺")]
    [InlineData(" ー・゛", "")]
    public void Fold_BringsEveryWritingToOneForm(string written, string folded) => Assert.Equal(folded, SearchText.Fold(written));

    [Fact]
    public void Fold_OfFolded_ChangesNothing()
    {
        var everyLetter = string.Concat(Enumerable.Range(1, 0xD7FF - 1).Select(code => (char)code));
        var once = SearchText.Fold(everyLetter);
        Assert.Equal(once, SearchText.Fold(once));
    }
}
