using Tsunagu.Contracts.Events.Intake;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Messaging;

sealed class ConsultationRecordedConsumer(Inbox<NotificationDbContext> inbox) : InboxConsumer<ConsultationRecorded, NotificationDbContext>(inbox)
{
    protected override async Task HandleAsync(ConsultationRecorded e, NotificationDbContext db, CancellationToken ct)
    {
        var agency = new AgencyId(e.AgencyId);
        await db.TakeTurnAsync([agency], ct);
        db.Post(InboxKind.ConsultationRecorded, e.AggregateId, agency, e.OccurredAt);
        await db.SaveChangesAsync(ct);
    }
}
