using Tsunagu.Contracts.Events.Operations;
using Tsunagu.Contracts.Options.V1;
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
        var told = Addressees.Everywhere(directory.Current, InboxKind.MessageParked, Role.Administrator);
        await db.PostAsync(told, e.AggregateId, e.OccurredAt, e.Service, ct);
    }
}
