using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Events.Consents;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Consents;

/// <summary>A consent was revoked: the grants of this service that rest on it end, and whoever revoked it hears that they did.</summary>
sealed class ConsentRevokedConsumer<TContext>(Inbox<TContext> inbox, ServiceName service, TimeProvider clock) : InboxConsumer<ConsentRevoked, TContext>(inbox)
    where TContext : ServiceDbContext
{
    protected override async Task HandleAsync(ConsentRevoked e, TContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow().Stored();
        await ConsentLock.CloseAsync(db, e.AggregateId, ct);
        await db.CloseConsentAsync(e.AggregateId, new(e.StaffId), now, ct);
        db.AddEvent(new ConsentClosed
        {
            EventId = Guid.CreateVersion7(now),
            OccurredAt = now,
            AggregateId = e.AggregateId,
            // The only thing that this service ever tells of the consent.
            Sequence = 1,
            Service = service.Value,
        });
        await db.SaveChangesAsync(ct);
    }
}
