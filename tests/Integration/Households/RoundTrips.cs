using System.Collections.Concurrent;
using System.Diagnostics;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>What services ask their databases on behalf of the calls that are made while it is open. The end of a transaction is not told.</summary>
sealed class RoundTrips : IDisposable
{
    readonly ConcurrentQueue<Activity> stopped = new();
    readonly ActivityListener listener;
    readonly Activity story;

    public RoundTrips()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        story = new Activity("story").SetIdFormat(ActivityIdFormat.W3C).Start();
    }

    /// <summary>So far.</summary>
    public int Count => stopped.Count(activity => activity.Source.Name == "Npgsql" && activity.TraceId == story.TraceId);

    public void Dispose()
    {
        story.Dispose();
        listener.Dispose();
    }
}
