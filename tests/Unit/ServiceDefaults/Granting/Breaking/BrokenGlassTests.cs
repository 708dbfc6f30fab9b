using Tsunagu.ServiceDefaults.Granting.Breaking;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;
using Wire = Tsunagu.Contracts.Grants.V1;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Granting.Breaking;

public sealed class BrokenGlassTests
{
    static readonly StaffId Manager = new("tax-manager-01");

    [Theory]
    // An evening in Japan, and one minute past midnight there.
    [InlineData("2026-11-22T14:59:00Z", "2026-11-29", "2026-11-29T15:00:00Z")]
    [InlineData("2026-11-22T15:01:00Z", "2026-11-30", "2026-11-30T15:00:00Z")]
    public void Review_IsDueOnTheSeventhDayInJapan_AndLateWhenThatIsOver(string opened, string dueOn, string late)
    {
        var glass = Emergency.Break(Time(opened));

        Assert.Equal((DateOnly.Parse(dueOn, null), Time(late)), (glass.ReviewDueOn, glass.OverdueAt));
        Assert.Equal(BreakGlassState.Open, glass.StateAt(Time(late).AddTicks(-1)));
        Assert.Equal(BreakGlassState.Overdue, glass.StateAt(Time(late)));
    }

    [Theory]
    [InlineData(BreakGlassVerdict.Justified, BreakGlassState.Justified)]
    [InlineData(BreakGlassVerdict.Unjustified, BreakGlassState.Unjustified)]
    public void Review_IsTheLastWordHoweverLate(BreakGlassVerdict verdict, BreakGlassState state)
    {
        var glass = Emergency.Break();
        var late = glass.OverdueAt.AddDays(1);
        glass.Review(verdict, "確認済み", Manager, Grants.Owner, late);

        Assert.Equal((state, Manager, late, "確認済み"), (glass.StateAt(late), glass.ReviewedBy, glass.ReviewedAt, glass.Note));
        Refusals.AssertRefused(
            RefusalKind.WrongState, "BREAK_GLASS_REVIEWED", () => glass.Review(BreakGlassVerdict.Justified, "再確認", Manager, Grants.Owner, late));
        Assert.Equal(state, glass.StateAt(late));
    }

    [Fact]
    public void Review_ByAnotherAgency_IsRefused() => Refusals.AssertRefused(
        RefusalKind.Forbidden, "BREAK_GLASS_NOT_OWNER",
        () => Emergency.Break().Review(BreakGlassVerdict.Justified, "確認済み", new("npo-manager-01"), Grants.Other, Grants.Now));

    [Fact]
    public void Review_ByWhoOpenedIt_IsRefusedWhereverTheyWorkNow() => Refusals.AssertRefused(
        RefusalKind.Forbidden, "BREAK_GLASS_SELF_REVIEW",
        () => Emergency.Break().Review(BreakGlassVerdict.Justified, "確認済み", Emergency.Opener, Grants.Owner, Grants.Now));

    [Fact]
    public void Escalate_HappensOnceAndOnlyWhileTheReviewIsLate()
    {
        var glass = Emergency.Break();
        Assert.False(glass.Escalate(glass.OverdueAt.AddTicks(-1)));
        Assert.True(glass.Escalate(glass.OverdueAt));
        Assert.False(glass.Escalate(glass.OverdueAt.AddDays(1)));
        Assert.Equal(glass.OverdueAt, glass.EscalatedAt);
        // It is late until somebody reviews it.
        Assert.Equal(BreakGlassState.Overdue, glass.StateAt(glass.OverdueAt.AddDays(1)));

        var reviewed = Emergency.Break();
        reviewed.Review(BreakGlassVerdict.Justified, "確認済み", Manager, Grants.Owner, Grants.Now);
        Assert.False(reviewed.Escalate(reviewed.OverdueAt));
    }

    [Fact]
    public void Events_AreNumberedFromOne()
    {
        var glass = Emergency.Break();
        Assert.Equal([1, 2, 3], [glass.Tell(), glass.Tell(), glass.Tell()]);
    }

    [Fact]
    public void Enums_HaveTheNumbersOfTheContract()
    {
        EnumNumbers.AssertSame<BreakGlassVerdict, Wire.BreakGlassVerdict>();
        EnumNumbers.AssertSame<BreakGlassState, Wire.BreakGlassState>();
    }

    static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
