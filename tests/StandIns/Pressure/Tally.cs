using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>Counts, by the runtime's and the server's own event sources, what has been taken and not given back since it was made.</summary>
sealed class Tally : EventListener
{
    const string Server = "Grpc.AspNetCore.Server";
    const string Client = "Grpc.Net.Client";
    const string Pool = "System.Buffers.ArrayPoolEventSource";
    const int Rented = 1;
    const int Returned = 3;

    readonly ConcurrentDictionary<int, int> buffers = new();
    int started;
    int stopped;
    int clientStarted;
    int clientStopped;

    /// <summary>Calls that the server has begun and not ended.</summary>
    public int Calls => Volatile.Read(ref started) - Volatile.Read(ref stopped);

    /// <summary>Calls that clients have begun and not ended.</summary>
    public int ClientCalls => Volatile.Read(ref clientStarted) - Volatile.Read(ref clientStopped);

    public int ClientStarted => Volatile.Read(ref clientStarted);

    public int Started => Volatile.Read(ref started);

    /// <summary>Arrays that were rented from the shared pool and not returned.</summary>
    public int Buffers => buffers.Values.Sum();

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is Server or Client or Pool)
            EnableEvents(eventSource, EventLevel.Verbose);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        switch (eventData.EventSource.Name, eventData.EventId, eventData.EventName)
        {
            case (Server, _, "CallStart"):
                Interlocked.Increment(ref started);
                break;
            case (Server, _, "CallStop"):
                Interlocked.Increment(ref stopped);
                break;
            case (Client, _, "CallStart"):
                Interlocked.Increment(ref clientStarted);
                break;
            case (Client, _, "CallStop"):
                Interlocked.Increment(ref clientStopped);
                break;
            case (Pool, Rented, _):
                buffers.AddOrUpdate((int)eventData.Payload![0]!, 1, (_, count) => count + 1);
                break;
            case (Pool, Returned, _):
                // Of one that was rented before, nothing is known here.
                Forget((int)eventData.Payload![0]!);
                break;
        }
    }

    void Forget(int id)
    {
        while (buffers.TryGetValue(id, out var count))
        {
            if (count > 1 ? buffers.TryUpdate(id, count - 1, count) : buffers.TryRemove(new KeyValuePair<int, int>(id, count)))
                return;
        }
    }
}
