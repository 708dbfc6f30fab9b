using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using Tsunagu.Contracts.Events.Notifications;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Notifications.Webhooks;

/// <summary>Hands out deliveries to workers, each to one at a time and in order per subscription and referral.</summary>
sealed class DeliveryQueue(UnitOfWork<NotificationDbContext> unit, IOptions<WebhookOptions> options, TimeProvider clock)
{
    /// <summary>Named principal of the workers.</summary>
    public const string Principal = "job:webhook-delivery";

    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Claims what is due: at most <paramref name="free"/> deliveries, each the first open one of its referral.</summary>
    public async Task<List<ClaimedDelivery>> ClaimAsync(int free, CancellationToken ct)
    {
        // Looking for work belongs to no trace and would only crowd out those that tell something.
        using var quiet = SuppressInstrumentationScope.Begin();
        return await unit.RunAsAsync(Principal, (db, token) => ClaimAsync(db, free, token), ct);
    }

    async Task<List<ClaimedDelivery>> ClaimAsync(NotificationDbContext db, int free, CancellationToken ct)
    {
        var claimedAt = clock.GetTimestamp();
        var (lease, seconds, each) = (Guid.NewGuid(), options.Value.Lease.TotalSeconds, options.Value.ParallelPerSubscription);
        // Failed ones block those behind them too. A number that is missing in between has not arrived yet: wait for it.
        // Of each subscription no more than its free places are looked at, however many wait for it.
        // `chosen` repeats the conditions that another worker may just have changed: they are checked again on the
        // locked row, while those on the ones before it only ever change in favour.
        // While nothing waits, statistics say that nothing ever does, and plans made then must also do when much waits: each delivery's own referral is
        // looked up by its index (min), and what is ready is found once (materialized).
        var rows = await db.Deliveries.FromSql(
            $"""
            with ready as materialized (
                select d.id
                from subscriptions s
                cross join lateral (
                    select {each} - count(*) as free from deliveries d
                    where d.subscription_id = s.id and d.lease_until > now()) sending
                cross join lateral (
                    select d.id from deliveries d
                    where d.subscription_id = s.id and d.state = 'Pending'
                    and d.next_attempt_at <= now() and (d.lease_until is null or d.lease_until <= now())
                    and d.sequence = (
                        select min(b.sequence) from deliveries b
                        where b.subscription_id = d.subscription_id and b.referral_id = d.referral_id and b.state in ('Pending', 'Failed'))
                    and (d.sequence = 1 or exists (
                        select 1 from referral_events e where e.referral_id = d.referral_id and e.sequence = d.sequence - 1))
                    order by d.next_attempt_at, d.position limit greatest(sending.free, 0)) d),
            chosen as (
                select d.id from deliveries d join ready r on r.id = d.id
                where d.state = 'Pending' and d.next_attempt_at <= now()
                and (d.lease_until is null or d.lease_until <= now())
                order by d.next_attempt_at, d.position limit {free} for update of d skip locked)
            update deliveries d set lease_id = {lease}, lease_until = now() + make_interval(secs => {seconds})
            from chosen c where c.id = d.id returning d.*
            """).AsNoTracking().ToListAsync(ct);
        if (rows.Count == 0)
            return [];
        var ids = rows.ConvertAll(row => row.EventId);
        var events = await db.Events.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
        return rows.ConvertAll(row => new ClaimedDelivery(row, events[row.EventId], claimedAt));
    }

    /// <summary>How long nothing becomes due by itself, at most a few seconds.</summary>
    public async Task<TimeSpan> QuietAsync(CancellationToken ct)
    {
        using var quiet = SuppressInstrumentationScope.Begin();
        var seconds = await unit.RunAsAsync(
            Principal,
            (db, token) => db.Database.SqlQuery<double?>(
                $"""
                select extract(epoch from min(next_attempt_at) - now())::float8 as "Value"
                from deliveries where state = 'Pending' and next_attempt_at > now()
                """).SingleAsync(token),
            ct);
        return TimeSpan.FromSeconds(Math.Clamp(seconds ?? LongestWait.TotalSeconds, 0.02, LongestWait.TotalSeconds));
    }

    /// <summary>Notes how it went, unless the lease was lost to another worker meanwhile; then false.</summary>
    public Task<bool> ConcludeAsync(ClaimedDelivery claimed, Action<Delivery, DateTimeOffset> conclude, CancellationToken ct) => unit.RunAsAsync(
        Principal,
        async (db, token) =>
        {
            var (id, lease) = (claimed.Delivery.Id, claimed.Delivery.LeaseId);
            var delivery = await db.Deliveries
                .FromSql($"select * from deliveries where id = {id} and lease_id = {lease} and state = 'Pending' for update")
                .SingleOrDefaultAsync(token);
            if (delivery is null)
                return false;
            conclude(delivery, clock.GetUtcNow());
            await db.SaveChangesAsync(token);
            return true;
        },
        ct);

    /// <summary>The partner said 410 Gone: ends the subscription and cancels what waits for it.</summary>
    public Task EndSubscriptionAsync(Delivery delivery, CancellationToken ct) => unit.RunAsAsync(
        Principal,
        async (db, token) =>
        {
            await db.TakeTurnAsync([delivery.Agency], token);
            var subscription = await db.Subscriptions.SingleAsync(row => row.Id == delivery.SubscriptionId, token);
            // Several deliveries to it may get the same answer at once.
            if (subscription.EndedAt is not null)
                return;
            subscription.End(clock.GetUtcNow());
            db.AddEvent(new SubscriptionGone
            {
                EventId = Guid.CreateVersion7(),
                OccurredAt = clock.GetUtcNow(),
                AggregateId = subscription.Id,
                Sequence = 1,
                AgencyId = subscription.Agency.Value,
            });
            await db.SaveChangesAsync(token);
            await db.CancelDeliveriesAsync(subscription.Id, token);
        },
        ct);
}
