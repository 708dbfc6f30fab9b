using Tsunagu.Contracts.Notifications.V1;

namespace Tsunagu.Tests.Integration.Writes;

public static partial class WriteRows
{
    static IEnumerable<KeyValuePair<string, Write>> NotificationWrites =>
    [
        new("tsunagu.notification.v1.NotificationService/MarkRead", new("notification", async world =>
        {
            var read = new MarkReadRequest { RequestId = NewId(), ItemId = await ItemAsync(world) };
            var second = await ItemAsync(world);
            return new(Partner(world), [read], Changed(read, other => other.ItemId = second));
        })),
        new("tsunagu.notification.v1.NotificationService/RetryDelivery", new("notification", async world =>
        {
            var (first, second) = await FailedDeliveriesAsync(world);
            var retry = new RetryDeliveryRequest { RequestId = NewId(), DeliveryId = second };
            return new(Partner(world), [retry], Changed(retry, other => other.DeliveryId = first));
        })),
    ];

    static async Task<string> ItemAsync(WriteWorld world)
    {
        var id = Guid.CreateVersion7().ToString();
        await world.ExecuteAsync(
            "notification",
            $"insert into inbox_items (id, kind, subject_id, agency_id, occurred_at) values ('{id}', 'ReferralSent', '{NewId()}', '{PartnerAgency}', now())");
        return id;
    }

    // A delivery fails after days of attempts. The second waits behind the first, so that no worker takes it up.
    static async Task<(string First, string Second)> FailedDeliveriesAsync(WriteWorld world)
    {
        var (first, second, subscription, referral) = (NewId(), NewId(), NewId(), NewId());
        foreach (var (delivery, sequence) in new[] { (first, 1), (second, 2) })
        {
            var e = NewId();
            await world.ExecuteAsync(
                "notification",
                $"""
                insert into referral_events (id, type, occurred_at, referral_id, sequence, from_agency_id, to_agency_id)
                values ('{e}', 'Sent', now(), '{referral}', {sequence}, 'tax-collection', '{PartnerAgency}');
                insert into deliveries (id, subscription_id, agency_id, event_id, referral_id, sequence, state, attempts, scheduled_from, last_status, next_attempt_at)
                values ('{delivery}', '{subscription}', '{PartnerAgency}', '{e}', '{referral}', {sequence}, 'Failed', 17, 0, 503, now())
                """);
        }

        return (first, second);
    }
}
