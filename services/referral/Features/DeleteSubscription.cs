using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class SubscriptionRpc
{
    /// <summary>Ends deliveries; what waits is cancelled.</summary>
    public override Task<Wire.Subscription> DeleteSubscription(DeleteSubscriptionRequest request, ServerCallContext context)
    {
        var agency = OwnAgency(request.AgencyId, context.GetCaller());
        var id = FieldParser.Uuid(request.SubscriptionId, "subscription_id");
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var subscription = await db.Subscriptions.SingleOrDefaultAsync(row => row.Id == id && row.Agency == agency, ct)
                ?? throw SubscriptionErrors.NotFound();
            db.End(subscription, clock.GetUtcNow().Stored());
            await db.SaveChangesAsync(ct);
            return SubscriptionWire.WithoutSecret(subscription);
        });
    }
}
