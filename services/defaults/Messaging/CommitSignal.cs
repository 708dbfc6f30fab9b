namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>Wakes a worker when a commit tells of work; any number of wakes before it looks count as one.</summary>
abstract class CommitSignal : IDisposable
{
    readonly SemaphoreSlim waiting = new(0, 1);

    public void Wake()
    {
        lock (waiting)
            if (waiting.CurrentCount == 0)
                waiting.Release();
    }

    public void Dispose() => waiting.Dispose();

    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => waiting.WaitAsync(atMost, ct);
}
