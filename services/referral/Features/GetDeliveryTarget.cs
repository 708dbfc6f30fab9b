using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class SubscriptionRpc
{
    /// <summary>Address and secret, for the program that delivers; the contract lets no staff role in.</summary>
    public override Task<Wire.Subscription> GetDeliveryTarget(GetDeliveryTargetRequest request, ServerCallContext context)
    {
        var id = FieldParser.Uuid(request.SubscriptionId, "subscription_id");
        return unit.ReadAsync(context, async (db, ct) =>
            await db.Subscriptions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } subscription
                ? SubscriptionWire.WithSecret(subscription)
                : throw SubscriptionErrors.NotFound());
    }
}
