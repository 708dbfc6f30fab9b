using Tsunagu.Households.Protections;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Protections;

/// <summary>When somebody is told that measures wait for a decision.</summary>
public sealed class ProtectionDueTests
{
    // A Tuesday.
    static readonly DateOnly Day = new(2026, 6, 16);

    static HiddenPerson EndsOn(DateOnly end) => Named.Person(Named.Span(end.AddYears(-1), end));

    [Fact]
    public void FirstLook_TellsOfWhatIsDue()
    {
        var found = ProtectionDue.On([EndsOn(Day.AddDays(5)), EndsOn(Day.AddDays(-5)), EndsOn(Day.AddMonths(5))], null, Day);
        Assert.Equal((1, 1, true), (found.Ending, found.Expired, found.Told));
    }

    [Fact]
    public void WhatWasToldYesterday_IsNotToldAgainToday()
    {
        var found = ProtectionDue.On([EndsOn(Day.AddDays(5)), EndsOn(Day.AddDays(-5))], Day.AddDays(-1), Day);
        Assert.Equal((1, 1, false), (found.Ending, found.Expired, found.Told));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(-2, false)]
    public void PassingItsEnd_IsToldOnce(int end, bool told) =>
        Assert.Equal(told, ProtectionDue.On([EndsOn(Day.AddDays(end))], Day.AddDays(-1), Day).Told);

    [Fact]
    public void EnteringItsLastMonth_IsTold() =>
        Assert.True(ProtectionDue.On([EndsOn(Day.AddMonths(1).AddDays(-1))], Day.AddDays(-1), Day).Told);

    [Fact]
    public void DaysWithoutALook_AreMadeUpFor() => Assert.True(ProtectionDue.On([EndsOn(Day.AddDays(-4))], Day.AddDays(-9), Day).Told);

    [Fact]
    public void OnMondays_WhatIsExpiredIsToldUntilSomebodyDecides()
    {
        var monday = Day.AddDays(6);
        Assert.Equal(DayOfWeek.Monday, monday.DayOfWeek);
        Assert.True(ProtectionDue.On([EndsOn(Day.AddDays(-50))], monday.AddDays(-1), monday).Told);
        Assert.False(ProtectionDue.On([EndsOn(monday.AddDays(9))], monday.AddDays(-1), monday).Told);
    }
}
