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
}
