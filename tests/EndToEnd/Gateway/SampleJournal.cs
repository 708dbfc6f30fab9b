namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>What the sample services saw.</summary>
public sealed class SampleJournal
{
    long received;

    public TaskCompletionSource UploadBroken { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource WatchEnded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long BytesReceived => Interlocked.Read(ref received);

    public void Received(long bytes) => Interlocked.Exchange(ref received, bytes);
}
