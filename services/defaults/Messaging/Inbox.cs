using Microsoft.Extensions.Logging;
using Tsunagu.Contracts.Events;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Errors;
using Tsunagu.ServiceDefaults.Parking;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>
/// Runs the handling of an event at most once per endpoint, never past what is parked of the same record, and notices events that never
/// came.
/// </summary>
/// <typeparam name="TContext">The service's context.</typeparam>
public sealed class Inbox<TContext>
    where TContext : ServiceDbContext
{
    readonly UnitOfWork<TContext> unitOfWork;
    readonly ParkingLot<TContext> lot;
    readonly ILogger<Inbox<TContext>> log;

    internal Inbox(UnitOfWork<TContext> unitOfWork, ParkingLot<TContext> lot, ILogger<Inbox<TContext>> log) =>
        (this.unitOfWork, this.lot, this.log) = (unitOfWork, lot, log);

    /// <summary>Takes the event in, unless this endpoint has taken it in before.</summary>
    /// <exception cref="HandlingFailedException">The handler failed; it holds no text of the cause.</exception>
    /// <exception cref="HandlingPostponedException">Something needed is away; the same event comes again.</exception>
    internal async Task TakeAsync<TEvent>(
        string endpoint, TEvent e, Func<RawMessage> raw, Func<TEvent, TContext, CancellationToken, Task> handle, CancellationToken ct)
        where TEvent : class, IIntegrationEvent
    {
        try
        {
            var outcome = await unitOfWork.RunAsAsync($"consumer:{endpoint}", (db, token) => OnceAsync(endpoint, e, raw, handle, db, token), ct);
            Notice(endpoint, e, outcome);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // What is kept with a failed message is the type of its cause, so the cause's own text stays here.
            log.HandlingFailed(endpoint, typeof(TEvent).Name, e.EventId, failure);
            throw ErrorMapping.IsPassing(failure)
                ? new HandlingPostponedException(endpoint, e.EventId)
                : new HandlingFailedException(endpoint, e.EventId, failure.GetType().Name);
        }
    }

    /// <summary>Takes a parked event in, inside the transaction of its replay.</summary>
    internal async Task TakeParkedAsync<TEvent>(
        string endpoint, TEvent e, Func<TEvent, TContext, CancellationToken, Task> handle, TContext db, CancellationToken ct)
        where TEvent : class, IIntegrationEvent =>
        Notice(endpoint, e, await InboxSql.ClaimParkedAsync(db, endpoint, e.EventId, ct)
            ? await HandleAsync(endpoint, e, handle, db, ct)
            : InboxOutcome.Repeat);

    async Task<InboxOutcome> OnceAsync<TEvent>(
        string endpoint, TEvent e, Func<RawMessage> raw, Func<TEvent, TContext, CancellationToken, Task> handle, TContext db, CancellationToken ct)
        where TEvent : class, IIntegrationEvent
    {
        if (!await InboxSql.ClaimAsync(db, endpoint, e.EventId, e.AggregateId, ct))
        {
            await new ParkingLine(endpoint, e.AggregateId).LockAsync(db, ct);
            if (await InboxSql.HasAsync(db, endpoint, e.EventId, ct))
                return InboxOutcome.Repeat;
            if (await lot.ParkBehindAsync(db, raw(), ct))
                return InboxOutcome.Parked;
            // The line has just emptied.
            await InboxSql.ClaimAsync(db, endpoint, e.EventId, e.AggregateId, ct);
        }

        return await HandleAsync(endpoint, e, handle, db, ct);
    }

    static async Task<InboxOutcome> HandleAsync<TEvent>(
        string endpoint, TEvent e, Func<TEvent, TContext, CancellationToken, Task> handle, TContext db, CancellationToken ct)
        where TEvent : class, IIntegrationEvent
    {
        var before = await InboxSql.AdvanceAsync(db, endpoint, e.AggregateId, e.Sequence, ct);
        var gap = await SequenceGaps.NoteAsync(db, endpoint, e.AggregateId, before, e.Sequence, ct);
        await handle(e, db, ct);
        return gap ? InboxOutcome.TakenPastGap : InboxOutcome.Taken;
    }

    void Notice(string endpoint, IIntegrationEvent e, InboxOutcome outcome)
    {
        if (outcome is InboxOutcome.Repeat)
        {
            log.RepeatDropped(endpoint, e.EventId);
            MessagingTelemetry.Repeats.Add(1, new KeyValuePair<string, object?>("endpoint", endpoint));
        }
        else if (outcome is InboxOutcome.TakenPastGap)
        {
            log.SequenceGap(endpoint, e.AggregateId, e.Sequence);
            MessagingTelemetry.Gaps.Add(1, new KeyValuePair<string, object?>("endpoint", endpoint));
        }
    }
}
