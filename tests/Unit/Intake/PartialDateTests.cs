using Tsunagu.Intake.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Intake;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("1950-02-28", 1950, 2, 28)]
    [InlineData("1950-02", 1950, 2, 1)]
    [InlineData("1950", 1950, 1, 1)]
    public void Parse_KeepsWhatWasStatedAndItsFirstDay(string text, int year, int month, int day)
    {
        var date = PartialDate.Parse(text);
        Assert.Equal((text, new DateOnly(year, month, day)), (date?.Text, date?.Earliest));
    }

    [Theory]
    [InlineData("1950-02-29")]
    [InlineData("1950-13")]
    [InlineData("50")]
    [InlineData("1950/02/28")]
    [InlineData("昭和25年")]
    [InlineData("１９５０")]
    [InlineData(" 1950")]
    [InlineData("")]
    public void Parse_AnythingElse_IsNoDate(string text) => Assert.Null(PartialDate.Parse(text));
}
