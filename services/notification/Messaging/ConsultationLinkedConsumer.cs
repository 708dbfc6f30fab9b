using Tsunagu.Contracts.Events.Intake;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Messaging;

sealed class ConsultationLinkedConsumer(Inbox<NotificationDbContext> inbox) : InboxConsumer<ConsultationLinked, NotificationDbContext>(inbox)
{
    protected override async Task HandleAsync(ConsultationLinked e, NotificationDbContext db, CancellationToken ct)
    {
        var agency = new AgencyId(e.AgencyId);
        await db.TakeTurnAsync([agency], ct);
        db.Post(InboxKind.ConsultationLinked, e.AggregateId, agency, e.OccurredAt);
        await db.SaveChangesAsync(ct);
    }
}
