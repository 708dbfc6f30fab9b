using Tsunagu.Contracts.Events.Households;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Notifications.Messaging;

/// <summary>The alert: to who asked, to the managers of both who agreed on it, and to administrators.</summary>
sealed class RevealOpenedConsumer(Inbox<NotificationDbContext> inbox, StaffDirectory directory) : InboxConsumer<RevealOpened, NotificationDbContext>(inbox)
{
    protected override Task HandleAsync(RevealOpened e, NotificationDbContext db, CancellationToken ct) =>
        db.PostAsync(
            [
                new(InboxKind.RevealOpened, new(e.AgencyId), new(e.StaffId)),
                .. Addressees.In(directory.Current, InboxKind.RevealAlerted, new(e.AgencyId), new(e.StaffId), Role.Manager),
                .. Addressees.In(directory.Current, InboxKind.RevealAlerted, new(e.ApproverAgencyId), new(e.StaffId), Role.Manager),
                .. Addressees.Everywhere(directory.Current, InboxKind.RevealAlerted, Role.Administrator),
            ],
            e.AggregateId, e.OccurredAt, null, ct);
}
