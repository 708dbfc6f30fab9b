using Microsoft.EntityFrameworkCore;
using Tsunagu.Notifications.Domain;

namespace Tsunagu.Notifications.Data;

/// <summary>Changes to many deliveries at once.</summary>
static class DeliveryQueries
{
    /// <summary>Cancels what still waits for a subscription, what was given up included.</summary>
    public static Task CancelDeliveriesAsync(this NotificationDbContext db, Guid subscription, CancellationToken ct) =>
        db.Deliveries
            .Where(row => row.SubscriptionId == subscription && (row.State == DeliveryState.Pending || row.State == DeliveryState.Failed))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, DeliveryState.Cancelled)
                    .SetProperty(row => row.LeaseId, (Guid?)null)
                    .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null),
                ct);
}
