using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Notifications;

public sealed class DeliveryTests
{
    static readonly DateTimeOffset Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
    static readonly AgencyId Sender = new("tax-collection");
    static readonly AgencyId Receiver = new("consumer-npo");

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(299)]
    public void Answer2xx_IsTheEnd(int status)
    {
        var delivery = New();

        delivery.Conclude(status, Now, 0.5);

        Assert.Equal((DeliveryState.Delivered, 1, status, Now), (delivery.State, delivery.Attempts, delivery.LastStatus, delivery.DeliveredAt));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(199)]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    public void AnyOtherAnswer_WaitsForTheNextAttempt(int status)
    {
        var delivery = New();

        delivery.Conclude(status, Now, 0.5);

        Assert.Equal((DeliveryState.Pending, status, Now.AddSeconds(1)), (delivery.State, delivery.LastStatus, delivery.NextAttemptAt));
    }

    [Fact]
    public void Answer410_CancelsAtOnce()
    {
        var delivery = New();

        delivery.Conclude(410, Now, 0.5);

        Assert.Equal(DeliveryState.Cancelled, delivery.State);
    }

    [Fact]
    public void LastAttemptOfTheSchedule_GivesUp_AndARetryBeginsItAnew()
    {
        var delivery = New();
        for (var attempt = 1; attempt < RetrySchedule.MaxAttempts; attempt++)
            delivery.Conclude(500, Now, 0.5);
        Assert.Equal(DeliveryState.Pending, delivery.State);

        delivery.Conclude(500, Now, 0.5);
        Assert.Equal(DeliveryState.Failed, delivery.State);

        delivery.Retry(Now.AddDays(1));
        Assert.Equal((DeliveryState.Pending, Now.AddDays(1)), (delivery.State, delivery.NextAttemptAt));

        delivery.Conclude(500, Now.AddDays(1), 0.5);
        Assert.Equal((DeliveryState.Pending, Now.AddDays(1).AddSeconds(1)), (delivery.State, delivery.NextAttemptAt));
        Assert.Equal(RetrySchedule.MaxAttempts + 1, delivery.Attempts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(204)]
    [InlineData(410)]
    public void Retry_OfOneThatHasNotFailed_IsRefused(int status)
    {
        var delivery = New();
        delivery.Conclude(status, Now, 0.5);

        Assert.Equal("DELIVERY_NOT_FAILED", Assert.Throws<Refusal>(() => delivery.Retry(Now)).Code);
    }

    [Fact]
    public void Schedule_IsQuickAtFirst_GrowsAndLastsAboutThreeDays()
    {
        var delays = Enumerable.Range(1, RetrySchedule.MaxAttempts - 1).Select(n => RetrySchedule.DelayAfter(n, 0.5)!.Value).ToArray();

        Assert.Equal([1, 2, 5, 15, 60], delays.Take(5).Select(delay => delay.TotalSeconds));
        Assert.Equal(delays.Order(), delays);
        Assert.InRange(delays.Sum(delay => delay.TotalDays), 2.5, 3.5);
        Assert.Null(RetrySchedule.DelayAfter(RetrySchedule.MaxAttempts, 0.5));
    }

    [Theory]
    [InlineData(0.0, 0.8)]
    [InlineData(1.0, 1.2)]
    public void Jitter_SpreadsTheWaitByAFifth(double jitter, double seconds) =>
        Assert.Equal(seconds, RetrySchedule.DelayAfter(1, jitter)!.Value.TotalSeconds, 6);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void Subscription_WantsWhatHappenedSinceItBegan(int secondsAfter, bool wanted) =>
        Assert.Equal(wanted, Subscription(Receiver).Wants(Happened(Now.AddSeconds(secondsAfter))));

    [Fact]
    public void Subscription_WantsTheReferralsOfItsAgencyAlone_UntilItEnds()
    {
        Assert.True(Subscription(Sender).Wants(Happened(Now)));
        Assert.False(Subscription(new AgencyId("legal-office")).Wants(Happened(Now)));

        var ended = Subscription(Receiver);
        ended.End(Now);
        Assert.False(ended.Wants(Happened(Now)));
    }

    static PartnerSubscription Subscription(AgencyId agency) => new() { Id = Guid.CreateVersion7(), Agency = agency, Since = Now };

    static Delivery New() => Delivery.Of(Happened(Now), Subscription(Receiver), Now);

    static PublicEvent Happened(DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        Type = ReferralEventType.Sent,
        OccurredAt = at,
        ReferralId = Guid.CreateVersion7(),
        Sequence = 1,
        From = Sender,
        To = Receiver,
        TraceParent = null,
    };
}
