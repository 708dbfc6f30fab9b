using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tsunagu.Contracts.Events.Operations;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Parking;

/// <summary>Sets messages aside that cannot be taken in, so that those of other records flow on.</summary>
/// <typeparam name="TContext">The service's context.</typeparam>
sealed class ParkingLot<TContext>(UnitOfWork<TContext> unit, ServiceName service, TimeProvider clock, ILogger<ParkingLot<TContext>> log)
    where TContext : ServiceDbContext
{
    /// <summary>The alarm of an endpoint is given once in this time: a fault in a handler may park thousands.</summary>
    internal static readonly TimeSpan AlarmEvery = TimeSpan.FromMinutes(10);

    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Parks a message that failed for good. While that is not possible the message is held, and those behind it wait.
    /// </summary>
    public async Task ParkAsync(RawMessage message, string cause, int attempts, CancellationToken ct)
    {
        for (var pause = TimeSpan.FromMilliseconds(200); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await unit.RunAsAsync($"consumer:{message.Endpoint}", (db, token) => ParkAsync(db, message, cause, attempts, token), ct);
                return;
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.ParkingWaits(message.Endpoint, e.GetType().Name);
                await Task.Delay(pause, clock, ct);
            }
        }
    }

    /// <summary>Parks a message behind those of its line; the caller holds the lock of the line.</summary>
    /// <returns>False when nothing of the line is open any more.</returns>
    public async Task<bool> ParkBehindAsync(TContext db, RawMessage message, CancellationToken ct)
    {
        var row = Row(message, ParkedMessage.Behind, 0);
        var open = await ParkingLine.Of(row).Open(db).Select(other => new { other.EventId, other.State }).ToListAsync(ct);
        if (open.Count == 0)
            return false;
        if (open.Exists(other => other.EventId == row.EventId))
            return true;
        // A replay of the line that is under way takes it along.
        if (open.Exists(other => other.State is ParkedState.Replaying))
            row.RequestReplay();
        db.Add(row);
        await db.SaveChangesAsync(ct);
        log.ParkedBehind(row.Endpoint, row.Type, row.EventId, row.Line);
        return true;
    }

    /// <summary>Tells operations of a message that needs somebody: in the log, and by an event unless one was sent lately.</summary>
    public async Task AlarmAsync(TContext db, ParkedMessage row, DateTimeOffset now, CancellationToken ct)
    {
        log.MessageParked(row.Endpoint, row.Type, row.EventId, row.Cause);
        // An alarm about the alarm itself would never end.
        if (row.Type.EndsWith(":" + nameof(MessageParked), StringComparison.Ordinal))
            return;
        var lately = now - AlarmEvery;
        if (await db.Set<ParkedMessage>().AnyAsync(other => other.Endpoint == row.Endpoint && other.AlarmedAt > lately, ct))
            return;
        row.Alarm(now);
        db.AddEvent(new MessageParked
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = now,
            AggregateId = row.Id,
            Sequence = row.Alarms,
            Service = service.Value,
            Endpoint = row.Endpoint,
        });
    }

    async Task ParkAsync(TContext db, RawMessage message, string cause, int attempts, CancellationToken ct)
    {
        var row = Row(message, cause, attempts);
        await ParkingLine.Of(row).LockAsync(db, ct);
        // A replica that took the queue over may have dealt with it meanwhile.
        if (await InboxSql.HasAsync(db, row.Endpoint, row.EventId, ct)
            || await db.Set<ParkedMessage>().AnyAsync(other => other.Endpoint == row.Endpoint && other.EventId == row.EventId, ct))
            return;
        db.Add(row);
        await AlarmAsync(db, row, row.ParkedAt, ct);
        await db.SaveChangesAsync(ct);
    }

    ParkedMessage Row(RawMessage message, string cause, int attempts)
    {
        var envelope = Envelope.Read(message.Body);
        return new()
        {
            Id = Guid.CreateVersion7(),
            Endpoint = message.Endpoint,
            EventId = envelope.EventId,
            Line = envelope.AggregateId ?? envelope.EventId,
            AggregateId = envelope.AggregateId,
            Sequence = envelope.Sequence,
            Type = envelope.Type,
            Body = message.Body,
            Cause = cause,
            Attempts = attempts,
            ParkedAt = clock.GetUtcNow().Stored(),
            State = ParkedState.Parked,
        };
    }
}
