using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.Contracts.Events;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>Declares which events a service takes in and which of its own must not be lost for want of a queue.</summary>
/// <typeparam name="TContext">The service's context.</typeparam>
public sealed class MessagingBuilder<TContext>
    where TContext : ServiceDbContext
{
    readonly List<Subscription> subscriptions = [];
    readonly List<Route> routes = [];

    internal IReadOnlyList<Subscription> Subscriptions => subscriptions;

    internal IReadOnlyList<Route> Routes => routes;

    /// <summary>
    /// Takes in an event. All event types of an aggregate share one endpoint, which is read by one replica at a time and one
    /// message after the other, so that they arrive in order.
    /// </summary>
    /// <param name="endpoint">Queue, named service and aggregate: <c>notification-referral</c>.</param>
    public MessagingBuilder<TContext> Consume<TEvent, TConsumer>(string endpoint)
        where TEvent : class, IIntegrationEvent
        where TConsumer : InboxConsumer<TEvent, TContext>
    {
        subscriptions.Add(new(
            endpoint, typeof(TEvent), typeof(TConsumer),
            (services, body, db, ct) => services.GetRequiredService<TConsumer>().TakeParkedAsync(endpoint, body, db, ct)));
        return this;
    }

    /// <summary>
    /// Declares a subscriber's queue from the publisher's side: an event published before the subscriber first started waits
    /// there instead of being dropped by the broker.
    /// </summary>
    /// <param name="endpoint">The subscriber's endpoint, as it is named in its own <see cref="Consume"/>.</param>
    public MessagingBuilder<TContext> EnsureSubscriber<TEvent>(string endpoint)
        where TEvent : class, IIntegrationEvent
    {
        routes.Add(new(endpoint, typeof(TEvent), (bus, configure) =>
            bus.Publish<TEvent>(topology => topology.BindQueue(EventNames.Of(typeof(TEvent)), endpoint, configure))));
        return this;
    }

    internal sealed record Subscription(
        string Endpoint, Type Event, Type Consumer, Func<IServiceProvider, byte[], TContext, CancellationToken, Task> TakeParkedAsync);

    internal sealed record Route(
        string Endpoint, Type Event, Action<IRabbitMqBusFactoryConfigurator, Action<IRabbitMqQueueBindingConfigurator>?> Declare);
}
