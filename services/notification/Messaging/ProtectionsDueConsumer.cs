using Tsunagu.Contracts.Events.Households;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Notifications.Messaging;

/// <summary>Tells the department that decides about measures; every manager of the city where none is named.</summary>
sealed class ProtectionsDueConsumer(Inbox<NotificationDbContext> inbox, StaffDirectory directory) : InboxConsumer<ProtectionsDue, NotificationDbContext>(inbox)
{
    protected override Task HandleAsync(ProtectionsDue e, NotificationDbContext db, CancellationToken ct) =>
        db.PostAsync(Deciders.Of(directory.Current, InboxKind.ProtectionsDue, e.DeskAgencyId), e.AggregateId, e.OccurredAt, null, ct);
}
