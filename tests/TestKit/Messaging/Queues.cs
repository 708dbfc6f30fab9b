using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Tsunagu.Tests.TestKit.Messaging;

/// <summary>The broker past the services: sends bytes to a queue, counts what lies in one.</summary>
/// <param name="broker">Address of the broker.</param>
public sealed class Queues(string broker)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends; waits for the queue when nobody has declared it yet.</summary>
    /// <exception cref="TimeoutException">There was no such queue within half a minute.</exception>
    public async Task SendAsync(string queue, string body)
    {
        await using var connection = await new ConnectionFactory { Uri = new(broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        for (var until = DateTime.UtcNow + Patience; DateTime.UtcNow < until; await Task.Delay(50))
            if (await TrySendAsync(channel, queue, body)) return;
        throw new TimeoutException($"There is no queue {queue}.");
    }

    /// <summary>Throws away what lies in a queue.</summary>
    /// <returns>How many messages; 0 when there is no such queue.</returns>
    public async Task<uint> PurgeAsync(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new(broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return await channel.QueuePurgeAsync(queue);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return 0;
        }
    }

    /// <summary>Messages in a queue; 0 when there is no such queue.</summary>
    public async Task<uint> CountAsync(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new(broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return 0;
        }
    }

    static async Task<bool> TrySendAsync(IChannel channel, string queue, string body)
    {
        try
        {
            await channel.BasicPublishAsync(
                "", queue, mandatory: true, new BasicProperties { ContentType = "application/vnd.masstransit+json" }, Encoding.UTF8.GetBytes(body));
            return true;
        }
        catch (PublishException)
        {
            return false;
        }
    }
}
