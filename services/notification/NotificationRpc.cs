using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Watching;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Notifications;

/// <summary>Inboxes of staff and agencies, and the deliveries to partners; one file per RPC in Features.</summary>
public sealed partial class NotificationRpc(
    UnitOfWork<NotificationDbContext> unit,
    InboxSignals inboxes,
    TimeProvider clock) : NotificationService.NotificationServiceBase;
