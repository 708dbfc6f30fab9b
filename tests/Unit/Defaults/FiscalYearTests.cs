using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Defaults;

public sealed class FiscalYearTests
{
    [Theory]
    [InlineData("2026-04-01T00:00:00+09:00", 2027)]
    [InlineData("2026-11-22T12:00:00+09:00", 2027)]
    [InlineData("2027-03-31T23:59:59.9999999+09:00", 2027)]
    [InlineData("2027-04-01T00:00:00+09:00", 2028)]
    // The same instants as other clocks show them.
    [InlineData("2027-03-31T14:59:59Z", 2027)]
    [InlineData("2027-03-31T15:00:00Z", 2028)]
    [InlineData("2026-03-31T09:00:00-06:00", 2027)]
    public void EndOf_IsTheFirstOfAprilInJapan(string instant, int year) =>
        Assert.Equal(
            new DateTimeOffset(year, 4, 1, 0, 0, 0, TimeSpan.FromHours(9)),
            FiscalYear.EndOf(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void EndOf_LiesAfterTheInstantAndNoMoreThanAYearAway_OnEveryDayOfTwelveYears()
    {
        var first = new DateTimeOffset(2024, 1, 1, 3, 0, 0, TimeSpan.Zero);
        foreach (var instant in Enumerable.Range(0, 365 * 12).Select(day => first.AddDays(day)))
        {
            var end = FiscalYear.EndOf(instant);
            Assert.InRange(end - instant, TimeSpan.FromTicks(1), TimeSpan.FromDays(366));
            Assert.Equal((4, 1), (JapanCalendar.DayOf(end).Month, JapanCalendar.DayOf(end).Day));
            Assert.Equal(TimeSpan.Zero, end.Offset);
        }
    }
}
