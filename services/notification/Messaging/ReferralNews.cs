using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Events;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Messaging;

/// <summary>What every referral event leads to: a line in the inbox of those it concerns, and a delivery to each subscription that wants it.</summary>
sealed class ReferralNews(TimeProvider clock)
{
    public async Task TakeAsync(
        NotificationDbContext db, ReferralEventType type, IIntegrationEvent e, string from, string to, CancellationToken ct)
    {
        var happened = new PublicEvent
        {
            Id = e.EventId,
            Type = type,
            OccurredAt = e.OccurredAt,
            ReferralId = e.AggregateId,
            Sequence = e.Sequence,
            From = new AgencyId(from),
            To = new AgencyId(to),
            TraceParent = Activity.Current?.Id,
        };
        await db.TakeTurnAsync([happened.From, happened.To], ct);
        db.Events.Add(happened);
        foreach (var told in happened.Told)
            db.Post(type.Notice(), happened.ReferralId, told, happened.OccurredAt);
        var subscriptions = await db.Subscriptions.AsNoTracking()
            .Where(row => row.EndedAt == null && (row.Agency == happened.From || row.Agency == happened.To))
            .ToListAsync(ct);
        db.Deliveries.AddRange(subscriptions.Where(row => row.Wants(happened)).Select(row => Delivery.Of(happened, row, clock.GetUtcNow())));
        await db.SaveChangesAsync(ct);
    }
}
