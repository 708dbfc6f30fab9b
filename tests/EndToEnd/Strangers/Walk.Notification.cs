using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Tests.EndToEnd.Strangers;

public sealed partial class Walk
{
    async Task ReadInboxAsync()
    {
        var inbox = await AwaitAsync<ListInboxResponse>(Partner, new ListInboxRequest { PageSize = 200 }, answer => answer.Items.Count >= 3);
        await AskAsync<InboxItem>(Partner, new MarkReadRequest { RequestId = NewRequest(), ItemId = inbox.Items[0].ItemId });
        await AskAsync<InboxItem>(Partner, new WatchInboxRequest { After = inbox.Items[0].Cursor }, take: 2);
    }

    async Task DeliverAsync(Subscription subscription, Referral referral)
    {
        var deliveries = await AwaitAsync<ListDeliveriesResponse>(
            Partner,
            new ListDeliveriesRequest { AgencyId = PartnerAgency, SubscriptionId = subscription.SubscriptionId, PageSize = 100 },
            answer => answer.Deliveries.Count(delivery => delivery.ReferralId == referral.ReferralId && delivery.State == DeliveryState.Delivered) >= 3);
        // A delivery fails after days of attempts; until then both doors refuse alike.
        await AskRefusedAsync(Partner, new RetryDeliveryRequest { RequestId = NewRequest(), DeliveryId = deliveries.Deliveries[0].DeliveryId });
        await AskAsync<Subscription>(
            Partner, new DeleteSubscriptionRequest { RequestId = NewRequest(), AgencyId = PartnerAgency, SubscriptionId = subscription.SubscriptionId });
    }
}
