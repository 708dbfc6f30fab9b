using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Notifications.Messaging;

sealed class ReferralReceivedConsumer(Inbox<NotificationDbContext> inbox, ReferralNews news)
    : InboxConsumer<ReferralReceived, NotificationDbContext>(inbox)
{
    protected override Task HandleAsync(ReferralReceived e, NotificationDbContext db, CancellationToken ct) =>
        news.TakeAsync(db, ReferralEventType.Received, e, e.FromAgencyId, e.ToAgencyId, ct);
}
