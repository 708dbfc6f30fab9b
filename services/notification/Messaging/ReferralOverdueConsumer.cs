using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Notifications.Messaging;

sealed class ReferralOverdueConsumer(Inbox<NotificationDbContext> inbox, ReferralNews news)
    : InboxConsumer<ReferralOverdue, NotificationDbContext>(inbox)
{
    protected override Task HandleAsync(ReferralOverdue e, NotificationDbContext db, CancellationToken ct) => news.TakeAsync(
        db, e.Received ? ReferralEventType.ReceivedOverdue : ReferralEventType.SentOverdue, e, e.FromAgencyId, e.ToAgencyId, ct);
}
