using Google.Protobuf.WellKnownTypes;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

/// <summary>Writes subscriptions; the secret is left out unless it is asked for by name.</summary>
static class SubscriptionWire
{
    public static Wire.Subscription WithoutSecret(Domain.Subscription subscription) => new()
    {
        SubscriptionId = subscription.Id.ToString(),
        AgencyId = subscription.Agency.Value,
        Url = subscription.Url.OriginalString,
        Active = subscription.Active,
        CreatedAt = subscription.CreatedAt.ToTimestamp(),
    };

    public static Wire.Subscription WithSecret(Domain.Subscription subscription)
    {
        var wire = WithoutSecret(subscription);
        wire.Secret = subscription.Secret;
        return wire;
    }
}
