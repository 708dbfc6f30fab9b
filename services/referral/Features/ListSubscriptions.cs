using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Referrals;

public sealed partial class SubscriptionRpc
{
    /// <summary>Subscriptions of the caller's agency, oldest first, ended ones included, without secrets.</summary>
    public override Task<ListSubscriptionsResponse> ListSubscriptions(ListSubscriptionsRequest request, ServerCallContext context)
    {
        var agency = OwnAgency(request.AgencyId, context.GetCaller());
        return unit.ReadAsync(context, async (db, ct) => new ListSubscriptionsResponse
        {
            Subscriptions =
            {
                (await db.Subscriptions.AsNoTracking().Where(row => row.Agency == agency).OrderBy(row => row.CreatedAt).ToListAsync(ct))
                    .Select(SubscriptionWire.WithoutSecret),
            },
        });
    }
}
