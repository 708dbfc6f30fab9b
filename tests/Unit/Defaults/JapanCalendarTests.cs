using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Defaults;

public sealed class JapanCalendarTests
{
    [Theory]
    [InlineData("2026-03-31T14:59:59Z", "2026-03-31")]
    [InlineData("2026-03-31T15:00:00Z", "2026-04-01")]
    [InlineData("2026-03-31T23:00:00+09:00", "2026-03-31")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01")]
    [InlineData("9999-12-31T14:59:59Z", "9999-12-31")]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31")]
    public void DayOf_CountsTheDayThatBeganInJapan(string instant, string day) =>
        Assert.Equal(
            DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            JapanCalendar.DayOf(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));
}
