using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class KanjiNumberTests
{
    [Theory]
    [InlineData("〇", 0)]
    [InlineData("七", 7)]
    [InlineData("十", 10)]
    [InlineData("十二", 12)]
    [InlineData("一二", 12)]
    [InlineData("二十", 20)]
    [InlineData("百五", 105)]
    [InlineData("三百二十一", 321)]
    [InlineData("千二〇", 1020)]
    public void Numbers_AreReadWithUnitsAndByPlace(string text, int value) => Assert.Equal(value, KanjiNumber.Value(text));
}
