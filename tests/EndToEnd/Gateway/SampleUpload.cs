namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>What the sample household saw of one feed's upload.</summary>
public sealed class SampleUpload
{
    long received;

    public TaskCompletionSource Broken { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long BytesReceived => Interlocked.Read(ref received);

    public void Received(long bytes) => Interlocked.Exchange(ref received, bytes);
}
