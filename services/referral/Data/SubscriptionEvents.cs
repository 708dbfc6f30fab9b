using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Referrals.Domain;

namespace Tsunagu.Referrals.Data;

/// <summary>Publishes what happens to subscriptions, in the unit of work that makes it happen.</summary>
static class SubscriptionEvents
{
    /// <summary>Adds a subscription that has just begun.</summary>
    public static void Begin(this ReferralDbContext db, Subscription subscription)
    {
        db.Subscriptions.Add(subscription);
        db.AddEvent(new SubscriptionCreated
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = subscription.CreatedAt,
            AggregateId = subscription.Id,
            Sequence = subscription.Sequence,
            AgencyId = subscription.Agency.Value,
        });
    }

    /// <summary>Ends a subscription.</summary>
    public static void End(this ReferralDbContext db, Subscription subscription, DateTimeOffset now)
    {
        subscription.End(now);
        db.AddEvent(new SubscriptionDeleted
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = now,
            AggregateId = subscription.Id,
            Sequence = subscription.Sequence,
            AgencyId = subscription.Agency.Value,
        });
    }
}
