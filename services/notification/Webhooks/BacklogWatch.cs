using Microsoft.EntityFrameworkCore;
using OpenTelemetry;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Notifications.Webhooks;

/// <summary>Measures from time to time what waits, for the metrics.</summary>
sealed class BacklogWatch(UnitOfWork<NotificationDbContext> unit, TimeProvider clock, ILogger<BacklogWatch> log) : BackgroundService
{
    const string Principal = "job:webhook-backlog";
    static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            using var quiet = SuppressInstrumentationScope.Begin();
            try
            {
                WebhookTelemetry.Note(await unit.RunAsAsync(Principal, MeasureAsync, stoppingToken));
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.BacklogUnknown(e.GetType().Name);
            }
        }
    }

    async Task<Backlog> MeasureAsync(NotificationDbContext db, CancellationToken ct)
    {
        var pending = await db.Deliveries.LongCountAsync(row => row.State == DeliveryState.Pending, ct);
        var failed = await db.Deliveries.LongCountAsync(row => row.State == DeliveryState.Failed, ct);
        var oldest = await db.Deliveries.Where(row => row.State == DeliveryState.Pending)
            .Join(db.Events, row => row.EventId, happened => happened.Id, (_, happened) => (DateTimeOffset?)happened.OccurredAt)
            .MinAsync(ct);
        return new Backlog(pending, failed, oldest is { } at ? Math.Max(0, (clock.GetUtcNow() - at).TotalSeconds) : 0);
    }
}
