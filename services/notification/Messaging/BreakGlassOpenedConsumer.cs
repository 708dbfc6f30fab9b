using Tsunagu.Contracts.Events.Grants;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Notifications.Messaging;

/// <summary>Tells at once who reviews it, and who answers for who did it.</summary>
sealed class BreakGlassOpenedConsumer(Inbox<NotificationDbContext> inbox, StaffDirectory directory)
    : InboxConsumer<BreakGlassOpened, NotificationDbContext>(inbox)
{
    protected override async Task HandleAsync(BreakGlassOpened e, NotificationDbContext db, CancellationToken ct)
    {
        var known = directory.Current;
        Notice[] notices =
        [
            .. Addressees.In(known, InboxKind.BreakGlassOpened, new(e.OwnerAgencyId), new(e.StaffId), Role.Coordinator, Role.Manager),
            .. Addressees.In(known, InboxKind.BreakGlassUsed, new(e.AgencyId), new(e.StaffId), Role.Manager),
        ];
        await db.PostAsync(notices, e.AggregateId, e.OccurredAt, e.Service, ct);
    }
}
