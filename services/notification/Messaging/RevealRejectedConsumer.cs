using Tsunagu.Contracts.Events.Households;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Notifications.Messaging;

/// <summary>Tells who asked.</summary>
sealed class RevealRejectedConsumer(Inbox<NotificationDbContext> inbox) : InboxConsumer<RevealRejected, NotificationDbContext>(inbox)
{
    protected override Task HandleAsync(RevealRejected e, NotificationDbContext db, CancellationToken ct) =>
        db.PostAsync([new(InboxKind.RevealRejected, new(e.AgencyId), new(e.StaffId))], e.AggregateId, e.OccurredAt, null, ct);
}
