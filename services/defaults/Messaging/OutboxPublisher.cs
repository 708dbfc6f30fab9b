using System.Diagnostics;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Logging;
using Tsunagu.Contracts.Events;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>Publishes the events of an aggregate one after the other, each after the broker confirmed the one before.</summary>
sealed class OutboxPublisher(IBus bus, TimeProvider clock, ILogger<OutboxPublisher> log)
{
    // Longer than a broker's hiccup, shorter than a transaction should stay open.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Ids of the events that the broker confirmed; stops at the first that failed, so that none overtakes it.</summary>
    public async Task<List<Guid>> PublishAsync(IEnumerable<OutboxRow> aggregate, CancellationToken ct)
    {
        var confirmed = new List<Guid>();
        foreach (var row in aggregate)
        {
            try
            {
                await PublishAsync(row, ct);
                confirmed.Add(row.EventId);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.PublishFailed(row.EventId, row.AggregateId, e.GetType().Name);
                break;
            }
        }

        return confirmed;
    }

    async Task PublishAsync(OutboxRow row, CancellationToken ct)
    {
        // Continues the trace of the call that wrote the event.
        ActivityContext.TryParse(row.TraceParent, row.TraceState, out var parent);
        var type = EventTypes.Resolve(row.Type);
        using var activity = MessagingTelemetry.Source.StartActivity($"outbox {type.Name}", ActivityKind.Producer, parent);
        activity?.SetTag("messaging.message.id", row.EventId);
        activity?.SetTag("tsunagu.aggregate_id", row.AggregateId);

        using var late = new CancellationTokenSource(Patience, clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            var message = JsonSerializer.Deserialize(row.Body, type)!;
            // The transport may not return while it waits for a connection: the wait ends here all the same. What it still sends later is a repeat.
            await bus.Publish(message, type, context => context.MessageId = row.EventId, patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception e)
        {
            activity?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            throw;
        }

        MessagingTelemetry.Published.Add(1);
        MessagingTelemetry.Lag.Record((clock.GetUtcNow() - row.OccurredAt).TotalSeconds);
    }
}
