using Tsunagu.Contracts.Events.Meetings;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Messaging;

sealed class DecisionRecordedConsumer(Inbox<NotificationDbContext> inbox) : InboxConsumer<DecisionRecorded, NotificationDbContext>(inbox)
{
    protected override async Task HandleAsync(DecisionRecorded e, NotificationDbContext db, CancellationToken ct)
    {
        var agency = new AgencyId(e.ResponsibleAgencyId);
        await db.TakeTurnAsync([agency], ct);
        db.Post(InboxKind.MeetingDecisionRecorded, e.AggregateId, agency, e.OccurredAt);
        await db.SaveChangesAsync(ct);
    }
}
