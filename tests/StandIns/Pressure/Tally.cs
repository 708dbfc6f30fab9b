using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>
/// Counts, by the runtime's and the server's own event sources, what has been taken and not given back. Calls under way are read from the
/// counters and not summed up here: one that was begun before, by another test, may end meanwhile.
/// </summary>
sealed class Tally : EventListener
{
    const string Server = "Grpc.AspNetCore.Server";
    const string Client = "Grpc.Net.Client";
    const string Pool = "System.Buffers.ArrayPoolEventSource";
    const int Rented = 1;
    const int Returned = 3;

    // Seconds.
    static readonly Dictionary<string, string?> Interval = new() { ["EventCounterIntervalSec"] = "0.1" };

    readonly ConcurrentDictionary<int, int> buffers = new();
    int started;
    int clientStarted;
    double current = double.NaN;
    double clientCurrent = double.NaN;

    /// <summary>Calls that servers of this process have begun and not ended, a moment ago; not a number until that was told once.</summary>
    public double Calls => Volatile.Read(ref current);

    /// <summary>Calls that clients of this process have begun and not ended, alike.</summary>
    public double ClientCalls => Volatile.Read(ref clientCurrent);

    /// <summary>Calls that clients have begun since this was made.</summary>
    public int ClientStarted => Volatile.Read(ref clientStarted);

    /// <summary>Calls that servers have begun since this was made.</summary>
    public int Started => Volatile.Read(ref started);

    /// <summary>Arrays that were rented from the shared pool and not returned since this was made.</summary>
    public int Buffers => buffers.Values.Sum();

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is Server or Client)
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All, Interval);
        else if (eventSource.Name is Pool)
            EnableEvents(eventSource, EventLevel.Verbose);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        switch (eventData.EventSource.Name, eventData.EventId, eventData.EventName)
        {
            case (Server, _, "CallStart"):
                Interlocked.Increment(ref started);
                break;
            case (Client, _, "CallStart"):
                Interlocked.Increment(ref clientStarted);
                break;
            case (Server, _, "EventCounters"):
                Note(eventData, ref current);
                break;
            case (Client, _, "EventCounters"):
                Note(eventData, ref clientCurrent);
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

    static void Note(EventWrittenEventArgs counters, ref double current)
    {
        if (counters.Payload is [IDictionary<string, object> { } counter] && counter["Name"] is "current-calls")
            Volatile.Write(ref current, (double)counter["Mean"]);
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
