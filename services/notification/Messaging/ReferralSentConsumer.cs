using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Notifications.Messaging;

sealed class ReferralSentConsumer(Inbox<NotificationDbContext> inbox, ReferralNews news)
    : InboxConsumer<ReferralSent, NotificationDbContext>(inbox)
{
    protected override Task HandleAsync(ReferralSent e, NotificationDbContext db, CancellationToken ct) =>
        news.TakeAsync(db, ReferralEventType.Sent, e, e.FromAgencyId, e.ToAgencyId, ct);
}
