using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class SubscriptionRpc
{
    /// <summary>Begins deliveries to an address; the answer holds the signing secret, this once.</summary>
    public override Task<Wire.Subscription> CreateSubscription(CreateSubscriptionRequest request, ServerCallContext context)
    {
        var agency = OwnAgency(request.AgencyId, context.GetCaller());
        var url = WebhookAddress.Parse(request.Url, httpsOnly: !environment.IsDevelopment());
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            if (!await db.Agencies.AnyAsync(row => row.Id == agency, ct))
                throw SubscriptionErrors.AgencyNotFound();
            var subscription = Domain.Subscription.Begin(Guid.CreateVersion7(), agency, url, WebhookSecret.New(), clock.GetUtcNow().Stored());
            db.Begin(subscription);
            await db.SaveChangesAsync(ct);
            return SubscriptionWire.WithSecret(subscription);
        });
    }
}
