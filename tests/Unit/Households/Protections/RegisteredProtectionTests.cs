using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Protections;

/// <summary>A protection that cannot wait for tomorrow's list.</summary>
public sealed class RegisteredProtectionTests
{
    static readonly DateOnly Today = Named.Today;

    static RegisteredProtection Register(DateOnly? start, DateOnly? end) => RegisteredProtection.Register(
        Guid.NewGuid(), (Guid.NewGuid(), []), "DV", start, end, "窓口での申し出", (new("welfare-01"), new("welfare-general")),
        JapanCalendar.StartOf(Today).AddHours(10));

    [Fact]
    public void WithoutDays_ItRunsAYearFromToday()
    {
        var registered = Register(null, null);
        Assert.Equal((Today, Today.AddYears(1).AddDays(-1)), (registered.StartDate, registered.EndDate));
    }

    [Fact]
    public void Period_EndsAYearAfterItsFirstDayAtTheLatest()
    {
        Assert.Equal(Today, Register(Today.AddYears(-1).AddDays(1), Today).EndDate);
        Refusals.AssertRefused(RefusalKind.Invalid, "PROTECTION_PERIOD_TOO_LONG", () => Register(Today, Today.AddYears(1)));
        Refusals.AssertRefused(RefusalKind.Invalid, "PROTECTION_PERIOD_OVER", () => Register(Today.AddDays(-9), Today.AddDays(-1)));
        Refusals.AssertRefused(RefusalKind.Invalid, "PROTECTION_PERIOD_INVALID", () => Register(Today.AddDays(1), null));
        Refusals.AssertRefused(RefusalKind.Invalid, "PROTECTION_PERIOD_INVALID", () => Register(Today, Today.AddDays(-1)));
    }

    [Fact]
    public void Everybody_IsHiddenByAStretchOfTheirOwn()
    {
        var registered = Register(null, null);
        var spans = registered.Spans(["000000000000101", "000000000000102"]).ToList();
        Assert.Equal(["000000000000101", "000000000000102"], spans.Select(s => s.ResidentNumber));
        Assert.All(spans, s => Assert.Equal(("", registered.Id, true), (s.FeedId, s.ToldBy, s.Listed)));
    }
}
