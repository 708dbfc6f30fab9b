using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.Integration.Referrals;
using Tsunagu.Tests.TestKit.Webhooks;

namespace Tsunagu.Tests.Integration.Notifications;

/// <summary>What partners do: subscribe, unsubscribe, look at their deliveries and inboxes.</summary>
static class Partner
{
    /// <summary>Subscribes the agency and waits until the notification service knows.</summary>
    public static async Task<Subscription> SubscribeAsync(this Suite suite, WebhookReceiver receiver, Person by)
    {
        var name = "h" + Guid.NewGuid().ToString("N");
        var subscription = await suite.Subscriptions.CreateSubscriptionAsync(
            new CreateSubscriptionRequest { RequestId = Story.NewId(), AgencyId = by.Agency, Url = receiver.Url(name) }, suite.As(by));
        receiver.Expect(name, subscription.Secret);
        return subscription;
    }

    public static async Task EndAsync(this Suite suite, Subscription subscription, Person by) => await suite.Subscriptions.DeleteSubscriptionAsync(
        new DeleteSubscriptionRequest { RequestId = Story.NewId(), AgencyId = by.Agency, SubscriptionId = subscription.SubscriptionId }, suite.As(by));

    public static async Task<IReadOnlyList<Delivery>> DeliveriesAsync(
        this NotificationService.NotificationServiceClient client, Suite suite, Subscription subscription, Person by) =>
        (await client.ListDeliveriesAsync(
            new ListDeliveriesRequest { AgencyId = by.Agency, SubscriptionId = subscription.SubscriptionId, PageSize = 100 }, suite.As(by))).Deliveries;

    public static async Task<IReadOnlyList<InboxItem>> InboxAsync(
        this NotificationService.NotificationServiceClient client, Suite suite, Person by, string after = "", bool unread = false) =>
        (await client.ListInboxAsync(new ListInboxRequest { After = after, PageSize = 200, UnreadOnly = unread }, suite.As(by))).Items;
}
