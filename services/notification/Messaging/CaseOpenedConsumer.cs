using Tsunagu.Contracts.Events.Intake;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Messaging;

sealed class CaseOpenedConsumer(Inbox<NotificationDbContext> inbox) : InboxConsumer<CaseOpened, NotificationDbContext>(inbox)
{
    protected override async Task HandleAsync(CaseOpened e, NotificationDbContext db, CancellationToken ct)
    {
        var agency = new AgencyId(e.AgencyId);
        await db.TakeTurnAsync([agency], ct);
        db.Post(InboxKind.CaseOpened, e.AggregateId, agency, e.OccurredAt);
        db.Post(InboxKind.CaseAssigned, e.AggregateId, agency, e.OccurredAt, new StaffId(e.ResponsibleStaffId));
        await db.SaveChangesAsync(ct);
    }
}
