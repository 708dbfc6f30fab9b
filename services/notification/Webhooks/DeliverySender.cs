using System.Diagnostics;
using System.Net;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Tsunagu.Notifications.Webhooks;

/// <summary>Makes one attempt at a claimed delivery and notes how it went.</summary>
sealed class DeliverySender(
    DeliveryQueue queue, DeliveryTargets targets, WebhookClient client, IOptions<WebhookOptions> options, TimeProvider clock, ILogger<DeliverySender> log)
{
    static readonly TimeSpan OwnerAway = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    public async Task SendAsync(ClaimedDelivery claimed, CancellationToken ct)
    {
        // Part of the trace of the call that made it happen, however much later it is sent.
        ActivityContext.TryParse(claimed.Event.TraceParent, null, out var origin);
        using var activity = WebhookTelemetry.Source.StartActivity("webhook delivery", ActivityKind.Producer, origin);
        activity?.SetTag("tsunagu.delivery_id", claimed.Delivery.Id);
        activity?.SetTag("tsunagu.referral_id", claimed.Delivery.ReferralId);
        activity?.SetTag("tsunagu.attempt", claimed.Delivery.Attempts + 1);
        DeliveryTarget? target;
        try
        {
            target = await targets.FindAsync(claimed.Delivery.SubscriptionId, ct);
        }
        catch (RpcException e) when (!ct.IsCancellationRequested)
        {
            log.TargetUnknown(claimed.Delivery.Id, e.StatusCode);
            await queue.ConcludeAsync(claimed, (delivery, now) => delivery.PutOff(now + OwnerAway), ct);
            return;
        }

        if (target is null)
            await queue.ConcludeAsync(claimed, (delivery, _) => delivery.Cancel(), ct);
        else if (LeaseCovers(claimed))
            await PostAsync(claimed, target, activity, ct);
        else
            log.LeaseTooShort(claimed.Delivery.Id);
    }

    // An attempt that could outlast the lease is not begun: another worker would send beside it.
    bool LeaseCovers(ClaimedDelivery claimed) =>
        clock.GetElapsedTime(claimed.ClaimedAt) + options.Value.Timeout + Margin < options.Value.Lease;

    async Task PostAsync(ClaimedDelivery claimed, DeliveryTarget target, Activity? activity, CancellationToken ct)
    {
        var (status, reason) = await client.PostAsync(target, claimed.Delivery.Id, WebhookBody.Of(claimed.Event), ct);
        WebhookTelemetry.Attempted(status);
        activity?.SetTag("http.response.status_code", status);
        // What the partner has answered is noted even while stopping, so that it is not sent again for nothing.
        var mine = await queue.ConcludeAsync(
            claimed, (delivery, now) => delivery.Conclude(status, now, Random.Shared.NextDouble()), CancellationToken.None);
        if (!mine)
            log.LeaseLost(claimed.Delivery.Id);
        if (status is >= 200 and < 300)
        {
            WebhookTelemetry.Delivered(clock.GetUtcNow() - claimed.Event.OccurredAt);
            return;
        }

        activity?.SetStatus(ActivityStatusCode.Error, reason);
        log.NotDelivered(claimed.Delivery.Id, claimed.Delivery.Attempts + 1, status, reason);
        if (status == (int)HttpStatusCode.Gone)
            await queue.EndSubscriptionAsync(claimed.Delivery, CancellationToken.None);
    }
}
