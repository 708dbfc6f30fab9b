using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Notifications.Messaging;

sealed class ReferralReturnedConsumer(Inbox<NotificationDbContext> inbox, ReferralNews news)
    : InboxConsumer<ReferralReturned, NotificationDbContext>(inbox)
{
    protected override Task HandleAsync(ReferralReturned e, NotificationDbContext db, CancellationToken ct) =>
        news.TakeAsync(db, ReferralEventType.Returned, e, e.FromAgencyId, e.ToAgencyId, ct);
}
