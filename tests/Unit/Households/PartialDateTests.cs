using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("1950-04-01", 76)]
    [InlineData("1950-04-02", 75)]
    [InlineData("2024-02-29", 2)]
    [InlineData("1947-10", 78)]
    [InlineData("1943", 82)]
    public void Age_CountsFullYears(string born, int age) =>
        Assert.Equal(age, PartialDate.Parse(born)?.AgeOn(new DateOnly(2026, 4, 1)));

    [Fact]
    public void Birthday_On29February_IsReachedOn1March()
    {
        var born = new PartialDate(2004, 2, 29);
        Assert.Equal(20, born.AgeOn(new DateOnly(2025, 2, 28)));
        Assert.Equal(21, born.AgeOn(new DateOnly(2025, 3, 1)));
    }

    [Theory]
    [InlineData("1947-13")]
    [InlineData("昭和22年")]
    [InlineData("1947-10-11-12")]
    public void Text_ThatIsNoDate_IsNotParsed(string text) => Assert.Null(PartialDate.Parse(text));

    [Theory]
    [InlineData("1947-10-11", "1947-10-11", true)]
    [InlineData("1947-10-11", "1947-10", true)]
    [InlineData("1947", "1947-10-11", true)]
    [InlineData("1947-10", "1947-11-11", false)]
    [InlineData("1947-10-11", "1947-10-12", false)]
    [InlineData("1947", "1948", false)]
    public void Dates_AgreeUntilAPartThatBothKnowDiffers(string one, string other, bool agrees) =>
        Assert.Equal(agrees, PartialDate.Parse(one)?.Agrees(PartialDate.Parse(other) ?? throw new InvalidOperationException(other)));
}
