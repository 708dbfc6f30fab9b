using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Referrals;

public sealed class SubscriptionTests
{
    static Subscription New() => Subscription.Begin(
        Guid.CreateVersion7(), new AgencyId("consumer-npo"), new Uri("https://example.jp/hook"), WebhookSecret.New(), Sheets.Now);

    [Fact]
    public void End_OfALivingOne_NumbersItsSecondEvent()
    {
        var subscription = New();

        subscription.End(Sheets.Now.AddDays(1));

        Assert.Equal((false, 2, Sheets.Now.AddDays(1)), (subscription.Active, subscription.Sequence, subscription.EndedAt));
    }

    [Fact]
    public void End_Twice_IsRefused()
    {
        var subscription = New();
        subscription.End(Sheets.Now);

        Assert.Equal("SUBSCRIPTION_ENDED", Assert.Throws<Refusal>(() => subscription.End(Sheets.Now)).Code);
    }
}
