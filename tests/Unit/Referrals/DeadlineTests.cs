using Tsunagu.Referrals.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Referrals;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData(ReferralState.Draft, false)]
    [InlineData(ReferralState.Sent, true)]
    [InlineData(ReferralState.Received, true)]
    [InlineData(ReferralState.Accepted, false)]
    [InlineData(ReferralState.Returned, false)]
    [InlineData(ReferralState.Declined, false)]
    [InlineData(ReferralState.Completed, false)]
    public void Overdue_PastTheDeadline_OnlyWhileAnAnswerIsOwed(ReferralState state, bool overdue)
    {
        var referral = Sheets.In(state);

        Assert.Equal(overdue, referral.IsOverdue(Sheets.Deadline.AddSeconds(1)));
        Assert.False(referral.IsOverdue(Sheets.Deadline));
    }

    [Theory]
    [InlineData(ReferralState.Sent)]
    [InlineData(ReferralState.Received)]
    public void Tell_PastTheDeadline_HappensOnceAndIsAnEventOfItsOwn(ReferralState state)
    {
        var referral = Sheets.In(state);
        var (before, late) = (referral.Sequence, Sheets.Deadline.AddHours(1));

        Assert.True(referral.TellOverdue(late));
        Assert.False(referral.TellOverdue(late.AddDays(1)));
        Assert.Equal((state, before + 1, late), (referral.State, referral.Sequence, referral.UpdatedAt));
    }

    [Fact]
    public void Tell_BeforeTheDeadlineOrAfterAnAnswer_ChangesNothing()
    {
        var (sent, accepted) = (Sheets.In(ReferralState.Sent), Sheets.In(ReferralState.Accepted));

        Assert.False(sent.TellOverdue(Sheets.Deadline));
        Assert.False(accepted.TellOverdue(Sheets.Deadline.AddDays(1)));
        Assert.Equal((1, 3), (sent.Sequence, accepted.Sequence));
    }

    [Fact]
    public void Tell_AfterItWasSentAgain_HappensForTheNewDeadline()
    {
        var referral = Sheets.In(ReferralState.Received);
        referral.TellOverdue(Sheets.Deadline.AddSeconds(1));
        referral.Return(Sheets.Receiver, "連絡先を書いてください", Sheets.Deadline.AddHours(1));
        var next = Sheets.Deadline.AddDays(7);
        referral.Send(Sheets.Sender, null, next, Sheets.Deadline.AddHours(2));

        Assert.False(referral.TellOverdue(Sheets.Deadline.AddDays(1)));
        Assert.True(referral.TellOverdue(next.AddSeconds(1)));
    }
}
