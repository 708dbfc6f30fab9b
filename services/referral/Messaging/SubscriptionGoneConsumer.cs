using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Events.Notifications;
using Tsunagu.Referrals.Data;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Messaging;

/// <summary>A partner's address is gone: its subscription ends, so that its owner sees it ended.</summary>
sealed class SubscriptionGoneConsumer(Inbox<ReferralDbContext> inbox, TimeProvider clock)
    : InboxConsumer<SubscriptionGone, ReferralDbContext>(inbox)
{
    protected override async Task HandleAsync(SubscriptionGone e, ReferralDbContext db, CancellationToken ct)
    {
        var subscription = await db.Subscriptions.SingleOrDefaultAsync(row => row.Id == e.AggregateId, ct);
        // Its owner may have ended it in the meantime.
        if (subscription is not { Active: true })
            return;
        db.End(subscription, clock.GetUtcNow().Stored());
        await db.SaveChangesAsync(ct);
    }
}
