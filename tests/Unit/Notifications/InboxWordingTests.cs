using Tsunagu.Notifications.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Notifications;

public sealed class InboxWordingTests
{
    [Fact]
    public void EveryKind_HasItsOwnCodeTitleAndSubject()
    {
        var kinds = Enum.GetValues<InboxKind>();

        Assert.Equal(kinds.Length, kinds.Select(kind => kind.Code()).Distinct().Count());
        Assert.Equal(kinds.Length, kinds.Select(kind => kind.Title()).Distinct().Count());
        Assert.All(kinds, kind => Assert.Contains(kind.SubjectType(), new[] { "referral", "consultation", "case", "meeting", "message", "break_glass", "reveal", "protections" }));
        Assert.All(kinds, kind => Assert.StartsWith(kind.SubjectType() + ".", kind.Code(), StringComparison.Ordinal));
    }

    [Fact]
    public void EveryReferralEvent_IsTheSameTypeInTheInboxAndOnTheWire() =>
        Assert.All(Enum.GetValues<ReferralEventType>(), type => Assert.Equal(type.Code(), type.Notice().Code()));
}
