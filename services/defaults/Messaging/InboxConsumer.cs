using MassTransit;
using Tsunagu.Contracts.Events;
using Tsunagu.ServiceDefaults.Data;

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
    public Task Consume(ConsumeContext<TEvent> context)
    {
        var endpoint = context.ReceiveContext.InputAddress.AbsolutePath.Split('/')[^1];
        return inbox.TakeAsync(endpoint, context.Message, HandleAsync, context.CancellationToken);
    }

    /// <summary>
    /// Handles the event inside the transaction, as the principal <c>consumer:{endpoint}</c>. Calls SaveChangesAsync itself,
    /// once, if anything changed. May run again after a failure, on a fresh context.
    /// </summary>
    protected abstract Task HandleAsync(TEvent e, TContext db, CancellationToken ct);
}
