using MassTransit;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>
/// A queue that keeps order: replicated, read by one consumer at a time (the next takes over when it goes), one message
/// after the other. Publisher and subscriber declare it alike, or the broker refuses the second.
/// </summary>
static class OrderedQueue
{
    /// <summary>How often an event is tried whose handler fails by itself.</summary>
    public const int Attempts = 4;

    const string SingleActiveConsumer = "x-single-active-consumer";

    public static void Configure(IRabbitMqReceiveEndpointConfigurator queue)
    {
        queue.SetQuorumQueue();
        queue.SetQueueArgument(SingleActiveConsumer, true);
        queue.PrefetchCount = 16;
        queue.ConcurrentMessageLimit = 1;
        // What is away comes back: the queue stands still for hours if need be rather than letting the next event overtake.
        // (The broker takes a delivery back after 30 minutes and gives it out anew; the inbox makes that harmless.)
        queue.UseMessageRetry(retry =>
        {
            retry.Handle<HandlingPostponedException>();
            retry.Exponential(1000, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(300));
        });
        // What fails by itself is tried a few times and parked.
        queue.UseMessageRetry(retry =>
        {
            retry.Ignore<HandlingPostponedException>();
            retry.Intervals(100, 500, 2000);
        });
    }

    public static void Declare(IRabbitMqQueueBindingConfigurator queue)
    {
        queue.SetQuorumQueue();
        queue.SetQueueArgument(SingleActiveConsumer, true);
    }
}
