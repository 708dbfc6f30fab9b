using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Notifications.Messaging;

sealed class ReferralCompletedConsumer(Inbox<NotificationDbContext> inbox, ReferralNews news)
    : InboxConsumer<ReferralCompleted, NotificationDbContext>(inbox)
{
    protected override Task HandleAsync(ReferralCompleted e, NotificationDbContext db, CancellationToken ct) =>
        news.TakeAsync(db, ReferralEventType.Completed, e, e.FromAgencyId, e.ToAgencyId, ct);
}
