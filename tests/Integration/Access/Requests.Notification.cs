using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.Integration.Intake;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>Requests about inbox and deliveries.</summary>
static partial class Requests
{
    static Dictionary<string, Request> OfNotification(AccessStage stage) => new()
    {
        ["NotificationService.ListInbox"] = new(() => new ListInboxRequest { PageSize = 200 }, stage.Item.ItemId),
        ["NotificationService.WatchInbox"] = new(() => new WatchInboxRequest { After = stage.Before.Cursor }, stage.Item.ItemId),
        ["NotificationService.MarkRead"] = new(() => new MarkReadRequest { RequestId = Desk.NewId(), ItemId = stage.Item.ItemId }),
        ["NotificationService.ListDeliveries"] = new(() => new ListDeliveriesRequest
        {
            AgencyId = AccessStage.Owner,
            SubscriptionId = stage.Subscription.SubscriptionId,
        }),
        ["NotificationService.RetryDelivery"] = new(() => new RetryDeliveryRequest { RequestId = Desk.NewId(), DeliveryId = stage.Delivery.DeliveryId }),
    };
}
