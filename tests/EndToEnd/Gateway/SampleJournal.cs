using System.Collections.Concurrent;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>What the sample services saw.</summary>
public sealed class SampleJournal
{
    readonly ConcurrentDictionary<string, SampleUpload> uploads = new(StringComparer.Ordinal);

    public TaskCompletionSource WatchEnded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What became of the uploads of one feed; a test that waits on it uses a feed of its own.</summary>
    public SampleUpload Upload(string feedId) => uploads.GetOrAdd(feedId, _ => new SampleUpload());
}
