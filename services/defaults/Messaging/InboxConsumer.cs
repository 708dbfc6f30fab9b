using System.Text.Json;
using MassTransit;
using MassTransit.Serialization;
using Tsunagu.Contracts.Events;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Parking;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>
/// Takes in one type of event. What it does is committed together with the note that the event was taken in, so a second
/// delivery has no second effect.
/// </summary>
/// <typeparam name="TEvent">Event type.</typeparam>
/// <typeparam name="TContext">The service's context.</typeparam>
/// <param name="inbox">Runs the handler at most once per event.</param>
public abstract class InboxConsumer<TEvent, TContext>(Inbox<TContext> inbox) : IConsumer<TEvent>
    where TEvent : class, IIntegrationEvent
    where TContext : ServiceDbContext
{
    /// <inheritdoc />
    public Task Consume(ConsumeContext<TEvent> context) => inbox.TakeAsync(
        RawMessage.EndpointOf(context.ReceiveContext), context.Message, () => RawMessage.Of(context.ReceiveContext), HandleAsync, context.CancellationToken);

    /// <summary>Takes a parked message in, inside the transaction of its replay.</summary>
    /// <exception cref="JsonException">It still cannot be read.</exception>
    internal Task TakeParkedAsync(string endpoint, byte[] body, TContext db, CancellationToken ct)
    {
        using var json = JsonDocument.Parse(body);
        var e = json.RootElement.GetProperty("message").Deserialize<TEvent>(SystemTextJsonMessageSerializer.Options)
            ?? throw new JsonException("The message is empty.");
        return inbox.TakeParkedAsync(endpoint, e, HandleAsync, db, ct);
    }

    /// <summary>
    /// Handles the event inside the transaction, as the principal <c>consumer:{endpoint}</c>. Calls SaveChangesAsync itself,
    /// once, if anything changed. May run again after a failure, on a fresh context.
    /// </summary>
    protected abstract Task HandleAsync(TEvent e, TContext db, CancellationToken ct);
}
