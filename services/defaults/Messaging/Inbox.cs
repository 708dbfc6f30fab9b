using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tsunagu.Contracts.Events;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Errors;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>Runs the handling of an event at most once per endpoint, and notices events that never came.</summary>
/// <typeparam name="TContext">The service's context.</typeparam>
/// <param name="unitOfWork">Transactions.</param>
/// <param name="log">Ids only.</param>
public sealed class Inbox<TContext>(UnitOfWork<TContext> unitOfWork, ILogger<Inbox<TContext>> log)
    where TContext : ServiceDbContext
{
    const string Claim =
        "insert into inbox_messages (consumer, event_id, received_at) values ($1, $2, now()) on conflict do nothing";

    // Gives the position before this event; an event that comes late never moves it back.
    const string Advance =
        "with before as (select sequence from inbox_positions where consumer = $1 and aggregate_id = $2) " +
        "insert into inbox_positions as p (consumer, aggregate_id, sequence) values ($1, $2, $3) " +
        "on conflict (consumer, aggregate_id) do update set sequence = greatest(p.sequence, excluded.sequence) " +
        "returning coalesce((select sequence from before), 0)";

    /// <summary>Takes the event in, unless this endpoint has taken it in before.</summary>
    /// <exception cref="HandlingFailedException">The handler failed; it holds no text of the cause.</exception>
    /// <exception cref="HandlingPostponedException">Something needed is away; the same event comes again.</exception>
    internal async Task TakeAsync<TEvent>(
        string endpoint, TEvent e, Func<TEvent, TContext, CancellationToken, Task> handle, CancellationToken ct)
        where TEvent : class, IIntegrationEvent
    {
        try
        {
            var before = await unitOfWork.RunAsAsync($"consumer:{endpoint}", (db, token) => OnceAsync(db, token), ct);
            Notice(endpoint, e, before);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // The broker keeps the text of an exception with a failed message, so the cause's own text stays here.
            log.HandlingFailed(endpoint, typeof(TEvent).Name, e.EventId, failure);
            throw ErrorMapping.IsPassing(failure)
                ? new HandlingPostponedException(endpoint, e.EventId)
                : new HandlingFailedException(endpoint, e.EventId, failure.GetType().Name);
        }

        async Task<long?> OnceAsync(TContext db, CancellationToken token)
        {
            await using var claim = Sql.Command(db, Claim, endpoint, e.EventId);
            if (await claim.ExecuteNonQueryAsync(token) == 0)
                return null;
            await using var advance = Sql.Command(db, Advance, endpoint, e.AggregateId, e.Sequence);
            var position = (long)(await advance.ExecuteScalarAsync(token))!;
            await handle(e, db, token);
            return position;
        }
    }

    void Notice(string endpoint, IIntegrationEvent e, long? before)
    {
        if (before is not { } position)
        {
            log.RepeatDropped(endpoint, e.EventId);
            MessagingTelemetry.Repeats.Add(1, new KeyValuePair<string, object?>("endpoint", endpoint));
        }
        else if (e.Sequence != position + 1)
        {
            log.SequenceGap(endpoint, e.AggregateId, position, e.Sequence);
            MessagingTelemetry.Gaps.Add(1, new KeyValuePair<string, object?>("endpoint", endpoint));
        }
    }
}
