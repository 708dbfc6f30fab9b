using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Protections;

/// <summary>A look at what is hidden: a purpose, a second person, a short time, and nothing newer in between.</summary>
public sealed class RevealTests
{
    const string Purpose = "home-visit";
    const string Mark = "0123";

    static readonly StaffId Asker = new("welfare-01");
    static readonly StaffId Second = new("welfare-manager-01");
    static readonly DateTimeOffset Now = new(2026, 6, 15, 1, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    static Reveal Asked() => Reveal.Request(Guid.NewGuid(), Guid.NewGuid(), Purpose, "安否の確認", Asker, new("welfare-general"), Now);

    static Reveal Opened()
    {
        var reveal = Asked();
        reveal.Approve(Second, Mark, Now, Length);
        return reveal;
    }

    [Fact]
    public void WithoutASecondPerson_NothingIsShown()
    {
        var reveal = Asked();
        Refusals.AssertRefused(RefusalKind.WrongState, "REVEAL_PENDING", () => reveal.RequireOpen(Purpose, Mark, Now));
        Refusals.AssertRefused(RefusalKind.Forbidden, "SECOND_PERSON_REQUIRED", () => reveal.Approve(Asker, Mark, Now, Length));
        Refusals.AssertRefused(RefusalKind.WrongState, "REVEAL_PENDING", () => reveal.RequireOpen(Purpose, Mark, Now));
    }

    [Fact]
    public void Opened_ItIsShownForItsTimeAlone()
    {
        var reveal = Opened();
        reveal.RequireOpen(Purpose, Mark, Now + Length - TimeSpan.FromMicroseconds(1));
        Refusals.AssertRefused(RefusalKind.WrongState, "REVEAL_OVER", () => reveal.RequireOpen(Purpose, Mark, Now + Length));
        Assert.Equal(RevealState.Over, reveal.StateAt(Now + Length));
    }

    [Fact]
    public void OtherPurpose_IsNotServed() => Refusals.AssertRefused(RefusalKind.Forbidden, "REVEAL_PURPOSE", () => Opened().RequireOpen("statistics", Mark, Now));

    [Fact]
    public void NewerMeasure_ClosesIt() => Refusals.AssertRefused(RefusalKind.WrongState, "REVEAL_OVERTAKEN", () => Opened().RequireOpen(Purpose, "4567", Now));

    [Fact]
    public void RequestNobodyDecidesAbout_IsOverAfterADay()
    {
        var reveal = Asked();
        Assert.Equal(RevealState.Requested, reveal.StateAt(Now + Reveal.Patience - TimeSpan.FromMicroseconds(1)));
        Refusals.AssertRefused(RefusalKind.WrongState, "REVEAL_DECIDED", () => reveal.Approve(Second, Mark, Now + Reveal.Patience, Length));
        Refusals.AssertRefused(RefusalKind.WrongState, "REVEAL_DECIDED", () => reveal.Reject(Second, "不要", Now + Reveal.Patience));
    }

    [Fact]
    public void Rejected_ItStaysClosed()
    {
        var reveal = Asked();
        reveal.Reject(Second, "目的が不明確", Now);
        Refusals.AssertRefused(RefusalKind.WrongState, "REVEAL_OVER", () => reveal.RequireOpen(Purpose, Mark, Now));
        Refusals.AssertRefused(RefusalKind.WrongState, "REVEAL_DECIDED", () => reveal.Approve(Second, Mark, Now, Length));
        Refusals.AssertRefused(RefusalKind.WrongState, "REVEAL_OVER", () => reveal.End(Now));
    }

    [Fact]
    public void Ended_ItIsOverAtOnce()
    {
        var (open, asked) = (Opened(), Asked());
        open.End(Now.AddMinutes(1));
        asked.End(Now.AddMinutes(1));
        Assert.Equal((RevealState.Over, RevealState.Over), (open.StateAt(Now.AddMinutes(1)), asked.StateAt(Now.AddMinutes(1))));
        Assert.Equal((Now.AddMinutes(1), null), (open.EndsAt, asked.EndsAt));
        Refusals.AssertRefused(RefusalKind.WrongState, "REVEAL_OVER", () => open.RequireOpen(Purpose, Mark, Now.AddMinutes(2)));
    }
}
