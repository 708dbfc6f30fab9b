using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;
using RowRule = Tsunagu.Contracts.Options.V1.RowRule;
using Wire = Tsunagu.Contracts.Notifications.V1;

namespace Tsunagu.Notifications;

public sealed partial class NotificationRpc
{
    /// <summary>Failed → pending, due at once, with the whole schedule ahead.</summary>
    public override Task<Wire.Delivery> RetryDelivery(RetryDeliveryRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var id = FieldParser.Uuid(request.DeliveryId, "delivery_id");
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var delivery = await db.Deliveries.FromSql($"select * from deliveries where id = {id} for update").SingleOrDefaultAsync(ct);
            if (delivery is null || !caller.MayReach(RowRule.OwnAgency, delivery.Agency))
                throw NotificationErrors.DeliveryNotFound();
            delivery.Retry(clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            return NotificationWire.From(delivery);
        });
    }
}
