using System.Collections.Concurrent;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Tsunagu.Contracts.Events;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Tests.TestKit.Messaging;

/// <summary>Listens at the broker to everything that is published of some event types, as any subscriber would.</summary>
public sealed class EventTap : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly ConcurrentQueue<(string Exchange, string Body)> _heard = new();
    readonly IConnection _connection;

    EventTap(IConnection connection) => _connection = connection;

    public static async Task<EventTap> StartAsync(string broker, params Type[] events)
    {
        var tap = new EventTap(await new ConnectionFactory { Uri = new(broker) }.CreateConnectionAsync());
        var channel = await tap._connection.CreateChannelAsync();
        var queue = await channel.QueueDeclareAsync();
        foreach (var exchange in events.Select(EventNames.Of))
        {
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true);
            await channel.QueueBindAsync(queue.QueueName, exchange, "");
        }

        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            tap._heard.Enqueue((delivery.Exchange, JsonDocument.Parse(delivery.Body).RootElement.GetProperty("message").GetRawText()));
            return Task.CompletedTask;
        };
        _ = await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
        return tap;
    }

    /// <summary>Bodies of everything heard so far, as they went over the wire.</summary>
    public IReadOnlyList<string> Bodies => [.. _heard.Select(message => message.Body)];

    /// <summary>Events of one type heard so far.</summary>
    public IReadOnlyList<TEvent> Of<TEvent>()
        where TEvent : IIntegrationEvent =>
        [.. _heard.Where(message => message.Exchange == EventNames.Of(typeof(TEvent)))
            .Select(message => JsonSerializer.Deserialize<TEvent>(message.Body, JsonSerializerOptions.Web)!)];

    /// <summary>Waits for the events of one type of an aggregate.</summary>
    /// <param name="aggregate">The record they are about.</param>
    /// <param name="count">How many to wait for; more may come later.</param>
    /// <exception cref="TimeoutException">They did not come within 20 seconds.</exception>
    public async Task<IReadOnlyList<TEvent>> WaitForAsync<TEvent>(string aggregate, int count = 1)
        where TEvent : IIntegrationEvent
    {
        var id = Guid.Parse(aggregate);
        for (var until = DateTime.UtcNow + Patience; DateTime.UtcNow < until; await Task.Delay(50))
            if (Of<TEvent>().Where(e => e.AggregateId == id).ToList() is var heard && heard.Count >= count) return heard;
        throw new TimeoutException($"{typeof(TEvent).Name} was not published within {Patience}.");
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
