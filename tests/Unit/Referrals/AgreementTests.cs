using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Referrals;

public sealed class AgreementTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 22);
    static readonly DateOnly LastDay = new(2027, 3, 31);

    [Fact]
    public void Sign_WithADepartmentOfTheCity_IsNotNeeded() => Refusals.AssertRefused(RefusalKind.WrongState, "AGREEMENT_NOT_NEEDED", () => Signed(AgencyKind.CityDepartment));

    [Theory]
    [InlineData("2026-11-23", "2026-11-22")]
    [InlineData("2026-01-01", "2026-11-21")]
    public void Sign_ForAPeriodThatIsPastOrEndsBeforeItBegins_IsRefused(string first, string last) =>
        Refusals.AssertRefused(RefusalKind.Invalid, "AGREEMENT_PERIOD_INVALID", () => Signed(first: Day(first), last: Day(last)));

    [Fact]
    public void Sign_ForToday_IsPossible() => Assert.Equal(Today, Signed(first: Today, last: Today).EndsOn);

    [Fact]
    public void Renew_LengthensAndMayChangeTheScope()
    {
        var agreement = Signed();
        agreement.Renew(LastDay.AddYears(1), null, Now);
        Assert.Equal((LastDay.AddYears(1), "referral"), (agreement.EndsOn, Assert.Single(agreement.Scopes)));
        agreement.Renew(LastDay.AddYears(2), ["meeting"], Now);
        Assert.Equal("meeting", Assert.Single(agreement.Scopes));
    }

    [Fact]
    public void Renew_ByNoDay_IsRefused() => Refusals.AssertRefused(RefusalKind.Invalid, "AGREEMENT_PERIOD_INVALID", () => Signed().Renew(LastDay, null, Now));

    [Fact]
    public void Renew_AfterItsLastDay_IsRefused() =>
        Refusals.AssertRefused(RefusalKind.WrongState, "AGREEMENT_WRONG_STATE", () => Signed().Renew(LastDay.AddYears(1), null, Now.AddYears(1)));

    [Fact]
    public void End_TakesEffectAtOnceAndOnce()
    {
        var agreement = Signed();
        agreement.End("解約", Now);
        Assert.Equal((Now, "解約"), (agreement.EndedAt!.Value, agreement.EndReason));
        Refusals.AssertRefused(RefusalKind.WrongState, "AGREEMENT_WRONG_STATE", () => agreement.End("解約", Now));
        Refusals.AssertRefused(RefusalKind.WrongState, "AGREEMENT_WRONG_STATE", () => agreement.Renew(LastDay.AddYears(1), null, Now));
    }

    static Agreement Signed(AgencyKind kind = AgencyKind.Npo, DateOnly? first = null, DateOnly? last = null) => Agreement.Sign(
        Guid.CreateVersion7(), new() { Id = new("npo"), Name = "名称", Kind = kind }, ["referral"], first ?? Today, last ?? LastDay, Now);

    static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
