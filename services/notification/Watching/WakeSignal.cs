namespace Tsunagu.Notifications.Watching;

/// <summary>A wake that is kept until it is taken; several count as one.</summary>
sealed class WakeSignal : IDisposable
{
    readonly SemaphoreSlim _waiting = new(0, 1);
    bool _ended;

    public void Set()
    {
        lock (_waiting)
        {
            // A wake that comes while its watcher leaves is nobody's.
            if (!_ended && _waiting.CurrentCount == 0)
                _waiting.Release();
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => _waiting.WaitAsync(atMost, ct);

    public void Dispose()
    {
        lock (_waiting)
        {
            _ended = true;
            _waiting.Dispose();
        }
    }
}
