using System.Collections.Concurrent;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>What the sample services saw.</summary>
public sealed class SampleJournal
{
    readonly ConcurrentDictionary<string, SampleUpload> uploads = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, TaskCompletionSource> watches = new(StringComparer.Ordinal);

    public TaskCompletionSource WatchEnded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when a watch that began after that cursor ended; a test that waits on it uses a cursor of its own.</summary>
    public TaskCompletionSource WatchAfter(string cursor) =>
        watches.GetOrAdd(cursor, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>What became of the uploads of one feed; a test that waits on it uses a feed of its own.</summary>
    public SampleUpload Upload(string feedId) => uploads.GetOrAdd(feedId, _ => new SampleUpload());
}
