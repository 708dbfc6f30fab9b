using Tsunagu.Contracts.Events.Meetings;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Messaging;

sealed class AgenciesInvitedConsumer(Inbox<NotificationDbContext> inbox) : InboxConsumer<AgenciesInvited, NotificationDbContext>(inbox)
{
    protected override async Task HandleAsync(AgenciesInvited e, NotificationDbContext db, CancellationToken ct)
    {
        var invited = e.InvitedAgencyIds.Distinct().Select(id => new AgencyId(id)).ToList();
        await db.TakeTurnAsync(invited, ct);
        invited.ForEach(agency => db.Post(InboxKind.MeetingCalled, e.AggregateId, agency, e.OccurredAt));
        await db.SaveChangesAsync(ct);
    }
}
