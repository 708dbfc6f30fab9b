using Tsunagu.Contracts.Events.Grants;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Notifications.Messaging;

/// <summary>Tells the managers of the agency that owes the review, and whoever watches over the city's records.</summary>
sealed class BreakGlassOverdueConsumer(Inbox<NotificationDbContext> inbox, StaffDirectory directory)
    : InboxConsumer<BreakGlassOverdue, NotificationDbContext>(inbox)
{
    protected override async Task HandleAsync(BreakGlassOverdue e, NotificationDbContext db, CancellationToken ct)
    {
        var known = directory.Current;
        Notice[] notices =
        [
            .. Addressees.In(known, InboxKind.BreakGlassOverdue, new(e.OwnerAgencyId), new(e.StaffId), Role.Manager),
            .. Addressees.Everywhere(known, InboxKind.BreakGlassOverdue, Role.Administrator, Role.Auditor),
        ];
        await db.PostAsync(notices, e.AggregateId, e.OccurredAt, e.Service, ct);
    }
}
