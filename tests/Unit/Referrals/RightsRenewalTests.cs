using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Referrals;

public sealed class RightsRenewalTests
{
    static readonly DateTimeOffset End2027 = Japan(2027, 4, 1);
    static readonly DateTimeOffset End2028 = Japan(2028, 4, 1);

    [Fact]
    public void RightsOfThisYear_BeforeFebruary_AreNotRenewable() =>
        Assert.Null(RightsRenewal.Until(End2027, Japan(2027, 2, 1).AddTicks(-1)));

    [Fact]
    public void RightsOfThisYear_FromTheFirstOfFebruaryOn_LastUntilTheEndOfTheNext()
    {
        Assert.Equal(End2028, RightsRenewal.Until(End2027, Japan(2027, 2, 1)));
        Assert.Equal(End2028, RightsRenewal.Until(End2027, End2027.AddTicks(-1)));
    }

    [Fact]
    public void RightsThatEnded_ComeBackForThisYearAndNotForThePast()
    {
        Assert.Equal(End2028, RightsRenewal.Until(End2027, End2027));
        Assert.Equal(End2028, RightsRenewal.Until(Japan(2021, 4, 1), Japan(2027, 6, 1)));
    }

    [Fact]
    public void RightsOfTheNextYear_AreNotRenewableASecondTime() => Assert.Null(RightsRenewal.Until(End2028, Japan(2027, 3, 31)));

    [Fact]
    public void AnyRenewal_LengthensAndNeverReachesBeyondTheNextFiscalYear()
    {
        foreach (var now in Enumerable.Range(0, 800).Select(day => Japan(2026, 1, 1).AddDays(day)))
            foreach (var end in new[] { Japan(2025, 4, 1), Japan(2026, 4, 1), End2027, End2028, Japan(2029, 4, 1) })
                if (RightsRenewal.Until(end, now) is { } renewed)
                {
                    Assert.True(renewed > end && renewed > now);
                    Assert.True(renewed <= FiscalYear.EndOf(FiscalYear.EndOf(now)));
                }
    }

    static DateTimeOffset Japan(int year, int month, int day) => new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.FromHours(9)).ToUniversalTime();
}
