using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Notifications.Messaging;

sealed class ReferralAcceptedConsumer(Inbox<NotificationDbContext> inbox, ReferralNews news)
    : InboxConsumer<ReferralAccepted, NotificationDbContext>(inbox)
{
    protected override Task HandleAsync(ReferralAccepted e, NotificationDbContext db, CancellationToken ct) =>
        news.TakeAsync(db, ReferralEventType.Accepted, e, e.FromAgencyId, e.ToAgencyId, ct);
}
