using Tsunagu.Households.Domain;
using Tsunagu.Households.LifeEvents;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.LifeEvents;

public sealed class AgesReachedTests
{
    static readonly DateOnly From = new(2017, 12, 31);
    static readonly DateOnly To = new(2027, 1, 1);

    [Fact]
    public void EveryoneBorn_ReachesAnAgeOnce_OnTheFirstDayOfIt()
    {
        var reached = AgesReached.Between(From, To, [18]).ToLookup(r => r.Born);
        // Ten years hold every day of leap years and of others.
        foreach (var born in Births(2000, 2008))
        {
            var (_, age, on) = Assert.Single(reached[born.ToString()]);
            Assert.Equal((18, 17), (born.AgeOn(on), born.AgeOn(on.AddDays(-1))));
            Assert.Equal(18, age);
        }
    }

    [Fact]
    public void NobodyIsToldTwice_AndEachIsThatOldOnTheDay()
    {
        var reached = AgesReached.Between(From, To, [18, 20]).ToList();
        Assert.Equal(reached.Count, reached.Distinct().Count());
        Assert.All(reached, r => Assert.Equal(r.Age, PartialDate.Parse(r.Born)!.Value.AgeOn(r.On)));
    }

    [Theory]
    [InlineData("2026-04-01", "2026-04-01", "")]
    [InlineData("2026-03-31", "2026-04-01", "2008-04-01 2008-04")]
    [InlineData("2026-06-30", "2026-07-01", "2008-07-01 2008-07 2008")]
    [InlineData("9999-12-30", "9999-12-31", "9981-12-31")]
    [InlineData("2026-02-28", "2026-03-01", "2008-03-01 2008-03 2008-02-29")]
    public void AgeOfTheFirstDay_IsNotTold_ThatOfTheLastIs(string from, string to, string births) => Assert.Equal(
        births, string.Join(' ', AgesReached.Between(DateOnly.Parse(from, null), DateOnly.Parse(to, null), [18]).Select(r => r.Born)));

    static IEnumerable<PartialDate> Births(int first, int last)
    {
        for (var day = new DateOnly(first, 1, 1); day.Year <= last; day = day.AddDays(1))
        {
            yield return new PartialDate(day.Year, day.Month, day.Day);
            if (day.Day == 1)
                yield return new PartialDate(day.Year, day.Month);
            if (day is { Day: 1, Month: 1 })
                yield return new PartialDate(day.Year);
        }
    }
}
