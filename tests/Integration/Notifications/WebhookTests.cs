using System.Diagnostics;
using System.Text.Json;
using Grpc.Core;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Tests.Integration.Referrals;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Webhooks;
using Xunit;

namespace Tsunagu.Tests.Integration.Notifications;

[Collection(typeof(OneNotification))]
public sealed class WebhookTests(NotificationSuite fixture)
{
    readonly Suite _suite = fixture.Suite;
    readonly NotificationService.NotificationServiceClient _client = fixture.Client;
    readonly WebhookReceiver _receiver = fixture.Receiver;

    [Fact]
    public async Task Event_ArrivesSigned_WithIdsAndCodesAlone()
    {
        var before = await _suite.SentAsync();
        await Eventually.GetAsync(() => _client.InboxAsync(_suite, _suite.Receiver), items => items.Any(item => item.SubjectId == before.ReferralId));
        var subscription = await _suite.SubscribeAsync(_receiver, _suite.Receiver);
        var sent = await _suite.SentAsync();

        await Eventually.HoldsAsync(() => Of(sent.ReferralId).Count == 1);
        var hook = Of(sent.ReferralId).Single();
        Assert.True(hook.SignatureHolds);
        Assert.Equal("referral.sent", hook.Type);
        Assert.Equal(
            ["eventId", "fromAgencyId", "referralId", "sequence", "state", "toAgencyId"],
            hook.Data.EnumerateObject().Select(property => property.Name).Order());
        Assert.Equal(
            ("REFERRAL_STATE_SENT", _suite.Sender.Agency, _suite.Receiver.Agency),
            (hook.Data.GetProperty("state").GetString(), hook.Data.GetProperty("fromAgencyId").GetString(), hook.Data.GetProperty("toAgencyId").GetString()));
        Assert.DoesNotContain(Story.SecretWords, hook.Body, StringComparison.Ordinal);
        var feed = (await _suite.EventsAsync(_suite.Receiver, size: 1000)).Events.Single(e => e.ReferralId == sent.ReferralId);
        Assert.Equal(feed.EventId, hook.EventId);

        var delivery = await DeliveredAsync(subscription, sent.ReferralId);
        Assert.Equal((hook.Id, 1, 204), (delivery.DeliveryId, delivery.Attempts, delivery.LastStatus));
        Assert.Empty(Of(before.ReferralId));
        await _suite.EndAsync(subscription, _suite.Receiver);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Events_UnderAFailingReceiver_ArriveAtLeastOnceInOrderUnderOneId(int seed)
    {
        var random = new Random(seed);
        var attempts = new Dictionary<string, int>();
        _receiver.Answer = async (body, _) =>
        {
            int roll;
            lock (attempts)
            {
                // From the fourth attempt on it answers, or the waits between attempts would grow long.
                attempts[body] = attempts.GetValueOrDefault(body) + 1;
                roll = attempts[body] > 3 ? 100 : random.Next(100);
            }

            // Hangs past the time limit, hangs up, fails, or answers.
            if (roll < 5)
                await Task.Delay(TimeSpan.FromSeconds(3));
            return roll < 5 ? 200 : roll < 25 ? 0 : roll < 50 ? 500 : 204;
        };
        var subscription = await _suite.SubscribeAsync(_receiver, _suite.Receiver);

        var completed = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
            await _suite.CompleteAsync(await _suite.AcceptAsync(await _suite.ReceiveAsync(await _suite.SentAsync())))));

        await Eventually.GetAsync(
            () => _client.DeliveriesAsync(_suite, subscription, _suite.Receiver),
            deliveries => deliveries.Count == 24 && deliveries.All(delivery => delivery.State == DeliveryState.Delivered), seconds: 120);
        Assert.All(_receiver.All, hook => Assert.True(hook.SignatureHolds));
        foreach (var referral in completed)
        {
            Assert.Equal([1, 2, 3, 4], _receiver.Taken.Where(hook => hook.ReferralId == referral.ReferralId).Select(hook => hook.Sequence));
            Assert.All(Of(referral.ReferralId).GroupBy(hook => hook.EventId), attempts => Assert.Single(attempts.Select(hook => hook.Id).Distinct()));
            // None begins before the one before it was over.
            Assert.Equal(Of(referral.ReferralId).Select(hook => hook.Sequence).Order(), Of(referral.ReferralId).OrderBy(hook => hook.From).Select(hook => hook.Sequence));
        }

        _receiver.Answer = (_, _) => Task.FromResult(204);
        await _suite.EndAsync(subscription, _suite.Receiver);
    }

    [Fact]
    public async Task ManyThatWait_UnknownToStatistics_DoNotHoldUpWhatIsReady()
    {
        var subscription = await _suite.SubscribeAsync(_receiver, _suite.Receiver);
        await DeliveredAsync(subscription, (await _suite.SentAsync()).ReferralId);
        // Statistics of a table in which everything is delivered; then the second event of each of 12,000 referrals, the first of which has not arrived.
        await CopyDeliveriesAsync(subscription, 30000, "Delivered");
        await Suite.ScalarAsync<long>(_suite.NotificationDb, "alter table deliveries set (autovacuum_enabled = false); analyze deliveries; select 0::bigint");
        await CopyDeliveriesAsync(subscription, 12000, "Pending");

        await DeliveredAsync(subscription, (await _suite.SentAsync()).ReferralId);

        await Suite.ScalarAsync<long>(
            _suite.NotificationDb,
            """
            alter table deliveries reset (autovacuum_enabled);
            delete from deliveries where sequence = 2;
            analyze deliveries;
            select 0::bigint
            """);
        await _suite.EndAsync(subscription, _suite.Receiver);
    }

    [Fact]
    public async Task Answer410_EndsTheSubscription()
    {
        var subscription = await _suite.SubscribeAsync(_receiver, _suite.Receiver);
        _receiver.Answer = (_, _) => Task.FromResult(410);
        var sent = await _suite.SentAsync();

        var gone = await Eventually.GetAsync(
            () => _client.DeliveriesAsync(_suite, subscription, _suite.Receiver),
            deliveries => deliveries.Any(delivery => delivery.State == DeliveryState.Cancelled));
        Assert.Equal(410, gone.Single().LastStatus);
        _receiver.Answer = (_, _) => Task.FromResult(204);
        await _suite.ReceiveAsync(sent);
        await Eventually.GetAsync(() => _client.InboxAsync(_suite, _suite.Sender), items => items.Any(item => item.SubjectId == sent.ReferralId));

        Assert.Single(await _client.DeliveriesAsync(_suite, subscription, _suite.Receiver));
        await Eventually.GetAsync(
            async () => (await _suite.Subscriptions.ListSubscriptionsAsync(
                new() { AgencyId = _suite.Receiver.Agency }, _suite.As(_suite.Receiver))).Subscriptions,
            rows => rows.Single(row => row.SubscriptionId == subscription.SubscriptionId) is { Active: false });
    }

    [Fact]
    public async Task Deleted_CancelsWhatWaits()
    {
        _receiver.Answer = (_, _) => Task.FromResult(500);
        var subscription = await _suite.SubscribeAsync(_receiver, _suite.Receiver);
        var sent = await _suite.SentAsync();
        await Eventually.HoldsAsync(() => Of(sent.ReferralId).Count > 0);

        await _suite.EndAsync(subscription, _suite.Receiver);

        await Eventually.GetAsync(
            () => _client.DeliveriesAsync(_suite, subscription, _suite.Receiver),
            deliveries => deliveries.All(delivery => delivery.State == DeliveryState.Cancelled));
        _receiver.Answer = (_, _) => Task.FromResult(204);
    }

    [Fact]
    public async Task GivenUp_HoldsBackTheNext_UntilItIsRetried()
    {
        _receiver.Answer = (_, _) => Task.FromResult(500);
        var subscription = await _suite.SubscribeAsync(_receiver, _suite.Receiver);
        var sent = await _suite.SentAsync();
        await Eventually.HoldsAsync(() => Of(sent.ReferralId).Count > 0);
        // Three days in a moment: the next attempt is the last.
        await Eventually.GetAsync(
            () => Suite.ScalarAsync<long>(
                _suite.NotificationDb,
                $"""
                with rushed as (
                    update deliveries set attempts = 16, next_attempt_at = now()
                    where subscription_id = '{subscription.SubscriptionId}' and lease_id is null and state = 'Pending' and attempts > 0 returning 1)
                select count(*) from rushed
                """),
            rows => rows == 1);
        var failed = await Eventually.GetAsync(
            async () => (await _client.DeliveriesAsync(_suite, subscription, _suite.Receiver)).Single(), delivery => delivery.State == DeliveryState.Failed);
        _receiver.Answer = (_, _) => Task.FromResult(204);
        await _suite.ReceiveAsync(sent);
        await Eventually.GetAsync(() => _client.DeliveriesAsync(_suite, subscription, _suite.Receiver), rows => rows.Count == 2);
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Of(sent.ReferralId), hook => hook.Sequence == 2);

        var request = new RetryDeliveryRequest { RequestId = Story.NewId(), DeliveryId = failed.DeliveryId };
        var retried = await _client.RetryDeliveryAsync(request, _suite.As(_suite.Receiver));
        Assert.Equal(DeliveryState.Pending, retried.State);
        Assert.Equal(retried, await _client.RetryDeliveryAsync(request, _suite.As(_suite.Receiver)));

        await Eventually.GetAsync(
            () => _client.DeliveriesAsync(_suite, subscription, _suite.Receiver), rows => rows.All(row => row.State == DeliveryState.Delivered));
        Assert.Equal([1, 2], _receiver.Taken.Where(hook => hook.ReferralId == sent.ReferralId).Select(hook => hook.Sequence));
        await _suite.EndAsync(subscription, _suite.Receiver);
    }

    [Fact]
    public async Task Deliveries_AreTheirOwnersAlone()
    {
        var subscription = await _suite.SubscribeAsync(_receiver, _suite.Receiver);
        var sent = await _suite.SentAsync();
        var delivery = await DeliveredAsync(subscription, sent.ReferralId);

        await Denied.AsAsync(StatusCode.NotFound, "SUBSCRIPTION_NOT_FOUND", async () => await _client.ListDeliveriesAsync(
            new ListDeliveriesRequest { AgencyId = _suite.Receiver.Agency, SubscriptionId = subscription.SubscriptionId }, _suite.As(_suite.Stranger)));
        await Denied.AsAsync(StatusCode.NotFound, "DELIVERY_NOT_FOUND", async () => await _client.RetryDeliveryAsync(
            new RetryDeliveryRequest { RequestId = Story.NewId(), DeliveryId = delivery.DeliveryId }, _suite.As(_suite.Stranger)));
        await Denied.AsAsync(StatusCode.FailedPrecondition, "DELIVERY_NOT_FAILED", async () => await _client.RetryDeliveryAsync(
            new RetryDeliveryRequest { RequestId = Story.NewId(), DeliveryId = delivery.DeliveryId }, _suite.As(_suite.Receiver)));
        await _suite.EndAsync(subscription, _suite.Receiver);
    }

    [Fact]
    public async Task Delivery_BelongsToTheTraceOfTheCallThatCausedIt()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        var subscription = await _suite.SubscribeAsync(_receiver, _suite.Receiver);
        using var story = new Activity("story").SetIdFormat(ActivityIdFormat.W3C).Start();

        var sent = await _suite.SentAsync();

        await DeliveredAsync(subscription, sent.ReferralId);
        Assert.Equal(story.TraceId, ActivityContext.Parse(Of(sent.ReferralId)[0].TraceParent!, null).TraceId);
        await _suite.EndAsync(subscription, _suite.Receiver);
    }

    // Of the second events of referrals of their own.
    async Task CopyDeliveriesAsync(Tsunagu.Contracts.Referrals.V1.Subscription subscription, int count, string state) =>
        Assert.Equal(count, await Suite.ScalarAsync<long>(
            _suite.NotificationDb,
            $"""
            with template as (
                select to_jsonb(d) as delivery, to_jsonb(e) as event from deliveries d join referral_events e on e.id = d.event_id
                where d.subscription_id = '{subscription.SubscriptionId}' and d.sequence = 1),
            events as (
                insert into referral_events overriding system value
                select (jsonb_populate_record(null::referral_events,
                    t.event || jsonb_build_object('id', gen_random_uuid(), 'referral_id', gen_random_uuid(), 'sequence', 2))).*
                from template t, generate_series(1, {count})
                returning id, referral_id),
            made as (
                insert into deliveries overriding system value
                select (jsonb_populate_record(null::deliveries, t.delivery || jsonb_build_object(
                    'id', gen_random_uuid(), 'event_id', e.id, 'referral_id', e.referral_id, 'sequence', 2, 'state', '{state}',
                    'next_attempt_at', now(), 'lease_id', null, 'lease_until', null, 'delivered_at', null))).*
                from template t, events e
                returning 1)
            select count(*) from made
            """));

    IReadOnlyList<ReceivedWebhook> Of(string referral) => [.. _receiver.All.Where(hook => hook.ReferralId == referral)];

    async Task<Delivery> DeliveredAsync(Tsunagu.Contracts.Referrals.V1.Subscription subscription, string referral) => await Eventually.GetAsync(
        async () => (await _client.DeliveriesAsync(_suite, subscription, _suite.Receiver))
            .FirstOrDefault(delivery => delivery.ReferralId == referral && delivery.State == DeliveryState.Delivered)!,
        delivery => delivery is not null);
}
