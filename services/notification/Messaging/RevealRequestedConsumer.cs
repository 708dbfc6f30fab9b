using Tsunagu.Contracts.Events.Households;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Notifications.Messaging;

/// <summary>Tells those who may open it: of the department that asks, or of the whole city where an outside agency does.</summary>
sealed class RevealRequestedConsumer(Inbox<NotificationDbContext> inbox, StaffDirectory directory) : InboxConsumer<RevealRequested, NotificationDbContext>(inbox)
{
    protected override Task HandleAsync(RevealRequested e, NotificationDbContext db, CancellationToken ct) =>
        db.PostAsync(Deciders.Of(directory.Current, InboxKind.RevealRequested, new(e.AgencyId), new(e.StaffId)), e.AggregateId, e.OccurredAt, null, ct);
}
