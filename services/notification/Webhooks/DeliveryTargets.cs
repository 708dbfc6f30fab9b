using Grpc.Core;
using Microsoft.Extensions.Caching.Memory;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Clients;

namespace Tsunagu.Notifications.Webhooks;

/// <summary>Reads addresses and secrets from their owner and keeps them in memory for a while; they are never stored here.</summary>
sealed class DeliveryTargets(SubscriptionService.SubscriptionServiceClient owner, IMemoryCache cache, TimeProvider clock)
{
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>The target, or null when the subscription has ended.</summary>
    /// <exception cref="RpcException">Its owner does not answer at the moment.</exception>
    public async Task<DeliveryTarget?> FindAsync(Guid subscription, CancellationToken ct)
    {
        if (cache.TryGetValue(subscription, out DeliveryTarget? known))
            return known;
        var target = await ReadAsync(subscription, ct);
        if (target is not null)
            cache.Set(subscription, target, Kept);
        return target;
    }

    async Task<DeliveryTarget?> ReadAsync(Guid subscription, CancellationToken ct)
    {
        try
        {
            var answer = await owner.GetDeliveryTargetAsync(
                new GetDeliveryTargetRequest { SubscriptionId = subscription.ToString() },
                deadline: clock.NeighbourDeadline(), cancellationToken: ct);
            return answer.Active ? new DeliveryTarget(new Uri(answer.Url), answer.Secret) : null;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound)
        {
            return null;
        }
    }
}
