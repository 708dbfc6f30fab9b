using Tsunagu.Households.Domain;
using Tsunagu.Households.Linking;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Linking;

public sealed class BirthMatchTests
{
    [Theory]
    [InlineData("1950-08-10", "1950-08-10", LinkLevels.Exact)]
    [InlineData("1950-10-08", "1950-08-10", LinkLevels.Swapped)]
    [InlineData("1951-08-10", "1950-08-10", LinkLevels.YearSlip)]
    [InlineData("1950-08-31", "1950-09-01", LinkLevels.DaySlip)]
    [InlineData("2013-08-10", "1950-08-10", LinkLevels.EraSlip)]
    [InlineData("1950-08-20", "1950-08-10", LinkLevels.Slip)]
    [InlineData("1950-09-10", "1950-08-10", LinkLevels.Slip)]
    [InlineData("1905-08-10", "1950-08-10", LinkLevels.Slip)]
    [InlineData("1950-08-21", "1950-08-10", LinkLevels.Different)]
    [InlineData("1947-10-01", "1947-10", LinkLevels.Assumed)]
    [InlineData("1943-07-01", "1943", LinkLevels.Assumed)]
    [InlineData("1947-10-17", "1947-10", LinkLevels.Fits)]
    [InlineData("1947-10", "1947-10-17", LinkLevels.Fits)]
    [InlineData("1947", "1947-10-17", LinkLevels.Fits)]
    [InlineData("1948", "1947-10-17", LinkLevels.Different)]
    [InlineData("", "1947-10-17", LinkLevels.Missing)]
    public void Dates_AgreeAsFarAsTheyDo(string noted, string registered, string level) =>
        Assert.Equal(level, BirthMatch.LevelOf(PartialDate.Parse(noted), PartialDate.Parse(registered)));

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("0050-01-01")]
    [InlineData("9950-12-31")]
    [InlineData("9999-12-31")]
    public void Origins_StayInTheCalendar(string noted) =>
        Assert.All(BirthMatch.Origins(DateOnly.Parse(noted, null)), origin => Assert.InRange(Math.Abs(origin.Year - int.Parse(noted[..4], null)), 0, 93));

    [Fact]
    public void Origins_HoldEveryDateThatASlipTurnsIntoThisOne()
    {
        var noted = new DateOnly(1950, 8, 10);
        DateOnly[] slips = [new(1950, 10, 8), new(1949, 8, 10), new(1951, 8, 10), new(1950, 8, 9), new(1950, 8, 11), new(1887, 8, 10), new(2013, 8, 10)];
        Assert.Superset(slips.Append(noted).ToHashSet(), BirthMatch.Origins(noted).ToHashSet());
    }
}
