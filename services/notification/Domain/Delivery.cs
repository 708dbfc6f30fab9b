using System.Net;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Domain;

/// <summary>One event on its way to one subscription.</summary>
public sealed class Delivery
{
    /// <summary>The webhook-id of every attempt (UUIDv7).</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it goes.</summary>
    public required Guid SubscriptionId { get; init; }

    /// <summary>Owner of the subscription.</summary>
    public required AgencyId Agency { get; init; }

    /// <summary>What is delivered.</summary>
    public required Guid EventId { get; init; }

    /// <summary>Referral the event belongs to; its events are delivered one after the other.</summary>
    public required Guid ReferralId { get; init; }

    /// <summary>Place of the event within the referral.</summary>
    public required long Sequence { get; init; }

    /// <summary>Where it stands.</summary>
    public DeliveryState State { get; private set; }

    /// <summary>Attempts that came to an end.</summary>
    public int Attempts { get; private set; }

    /// <summary>Attempts before the schedule last began anew.</summary>
    public int ScheduledFrom { get; private set; }

    /// <summary>HTTP status of the last attempt; 0 when there was no answer.</summary>
    public int LastStatus { get; private set; }

    /// <summary>Not sent before then (UTC).</summary>
    public required DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>When it was answered with 2xx (UTC).</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>The claim that may send it now; another worker takes over once it has run out.</summary>
    public Guid? LeaseId { get; private set; }

    /// <summary>When the claim runs out (UTC, the database's clock).</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>Position among all deliveries, ascending.</summary>
    public long Position { get; private init; }

    /// <summary>A delivery of <paramref name="happened"/> to <paramref name="subscription"/>, due at once.</summary>
    public static Delivery Of(PublicEvent happened, PartnerSubscription subscription, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        SubscriptionId = subscription.Id,
        Agency = subscription.Agency,
        EventId = happened.Id,
        ReferralId = happened.ReferralId,
        Sequence = happened.Sequence,
        NextAttemptAt = now,
    };

    /// <summary>Notes how an attempt ended.</summary>
    /// <param name="status">HTTP status; 0 when there was no answer.</param>
    /// <param name="now">The moment (UTC).</param>
    /// <param name="jitter">0 to 1; spreads the retries of many deliveries.</param>
    public void Conclude(int status, DateTimeOffset now, double jitter)
    {
        Attempts++;
        LastStatus = status;
        Release();
        if (status is >= 200 and < 300)
        {
            State = DeliveryState.Delivered;
            DeliveredAt = now;
        }
        else if (status == (int)HttpStatusCode.Gone)
        {
            Cancel();
        }
        else if (RetrySchedule.DelayAfter(Attempts - ScheduledFrom, jitter) is { } delay)
        {
            NextAttemptAt = now + delay;
        }
        else
        {
            State = DeliveryState.Failed;
        }
    }

    /// <summary>Puts it off without an attempt: its address could not be read.</summary>
    public void PutOff(DateTimeOffset until)
    {
        Release();
        NextAttemptAt = until;
    }

    /// <summary>Nobody waits for it any more.</summary>
    public void Cancel()
    {
        Release();
        State = DeliveryState.Cancelled;
    }

    /// <summary>Failed → pending, due at once, with the whole schedule ahead.</summary>
    /// <exception cref="Refusal">It has not failed.</exception>
    public void Retry(DateTimeOffset now)
    {
        if (State is not DeliveryState.Failed)
            throw NotificationErrors.DeliveryNotFailed();
        State = DeliveryState.Pending;
        ScheduledFrom = Attempts;
        NextAttemptAt = now;
    }

    void Release() => (LeaseId, LeaseUntil) = (null, null);
}
