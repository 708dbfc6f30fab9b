using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Messaging;

/// <summary>Ends a subscription and cancels what was still waiting for it.</summary>
sealed class SubscriptionDeletedConsumer(Inbox<NotificationDbContext> inbox)
    : InboxConsumer<SubscriptionDeleted, NotificationDbContext>(inbox)
{
    protected override async Task HandleAsync(SubscriptionDeleted e, NotificationDbContext db, CancellationToken ct)
    {
        var agency = new AgencyId(e.AgencyId);
        await db.TakeTurnAsync([agency], ct);
        var subscription = await db.Subscriptions.SingleOrDefaultAsync(row => row.Id == e.AggregateId, ct);
        if (subscription is null)
        {
            subscription = new PartnerSubscription { Id = e.AggregateId, Agency = agency, Since = e.OccurredAt };
            db.Subscriptions.Add(subscription);
        }

        subscription.End(e.OccurredAt);
        await db.SaveChangesAsync(ct);
        await db.CancelDeliveriesAsync(subscription.Id, ct);
    }
}
