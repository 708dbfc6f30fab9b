namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Wakes a worker when a commit tells of work; a wake is kept until it is taken, and any number of wakes before that count as one.</summary>
public class CommitSignal : IDisposable
{
    readonly SemaphoreSlim waiting = new(0, 1);
    bool ended;

    /// <summary>Wakes whoever waits, or the next who does.</summary>
    public void Wake()
    {
        lock (waiting)
        {
            // A wake that comes while its worker leaves is nobody's.
            if (!ended && waiting.CurrentCount == 0)
                waiting.Release();
        }
    }

    /// <summary>Returns at the next wake, or after <paramref name="atMost"/>.</summary>
    /// <param name="atMost">Longest wait.</param>
    /// <param name="ct">Ends the wait.</param>
    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => waiting.WaitAsync(atMost, ct);

    /// <inheritdoc />
    public void Dispose()
    {
        lock (waiting)
        {
            ended = true;
            waiting.Dispose();
        }

        GC.SuppressFinalize(this);
    }
}
