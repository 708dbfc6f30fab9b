using Tsunagu.Contracts.Events.Intake;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Messaging;

/// <summary>Whoever is responsible for the case from now on is told.</summary>
sealed class CaseTransferredConsumer(Inbox<NotificationDbContext> inbox) : InboxConsumer<CaseTransferred, NotificationDbContext>(inbox)
{
    protected override async Task HandleAsync(CaseTransferred e, NotificationDbContext db, CancellationToken ct)
    {
        var agency = new AgencyId(e.ToAgencyId);
        await db.TakeTurnAsync([agency], ct);
        db.Post(InboxKind.CaseAssigned, e.AggregateId, agency, e.OccurredAt, new StaffId(e.ResponsibleStaffId));
        await db.SaveChangesAsync(ct);
    }
}
