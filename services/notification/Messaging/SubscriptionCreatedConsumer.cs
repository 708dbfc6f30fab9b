using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Messaging;

/// <summary>
/// Learns of a subscription. Events that happened since it began may have come before this message, because they belong
/// to other records: they are delivered as well. What happened before it began is not.
/// </summary>
sealed class SubscriptionCreatedConsumer(Inbox<NotificationDbContext> inbox, TimeProvider clock)
    : InboxConsumer<SubscriptionCreated, NotificationDbContext>(inbox)
{
    protected override async Task HandleAsync(SubscriptionCreated e, NotificationDbContext db, CancellationToken ct)
    {
        var agency = new AgencyId(e.AgencyId);
        await db.TakeTurnAsync([agency], ct);
        // Its end came first, from a message that had been parked: it stays ended.
        if (await db.Subscriptions.AnyAsync(row => row.Id == e.AggregateId, ct))
            return;
        var subscription = new PartnerSubscription { Id = e.AggregateId, Agency = agency, Since = e.OccurredAt };
        db.Subscriptions.Add(subscription);
        var missed = await db.Events.AsNoTracking()
            .Where(row => row.OccurredAt >= e.OccurredAt && (row.From == agency || row.To == agency))
            .OrderBy(row => row.OccurredAt).ThenBy(row => row.Sequence)
            .ToListAsync(ct);
        db.Deliveries.AddRange(missed.Where(subscription.Wants).Select(row => Delivery.Of(row, subscription, clock.GetUtcNow())));
        await db.SaveChangesAsync(ct);
    }
}
