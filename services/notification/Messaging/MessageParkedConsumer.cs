using Tsunagu.Contracts.Events.Operations;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Notifications.Messaging;

/// <summary>Tells every administrator of a message that somebody has to look at.</summary>
sealed class MessageParkedConsumer(Inbox<NotificationDbContext> inbox, StaffDirectory directory)
    : InboxConsumer<MessageParked, NotificationDbContext>(inbox)
{
    protected override async Task HandleAsync(MessageParked e, NotificationDbContext db, CancellationToken ct)
    {
        var told = Administrators.Of(directory.Current);
        await db.TakeTurnAsync(told.Select(one => one.Agency), ct);
        foreach (var (agency, staff) in told)
            db.Post(InboxKind.MessageParked, e.AggregateId, agency, e.OccurredAt, staff, e.Service);
        await db.SaveChangesAsync(ct);
    }
}
