namespace Aspire.Dashboard.Store;

/// <summary>Counts changes and wakes whoever waits for the next. Safe for use from any thread.</summary>
sealed class ChangeSignal
{
    readonly Lock _gate = new();
    TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    long _version;

    public long Version => Interlocked.Read(ref _version);

    public void Raise()
    {
        TaskCompletionSource woken;
        lock (_gate)
        {
            _version++;
            woken = _next;
            _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        woken.SetResult();
    }

    /// <summary>Completes when the version differs from <paramref name="seen"/>.</summary>
    public Task WaitAsync(long seen, CancellationToken cancellationToken)
    {
        lock (_gate)
            return _version != seen ? Task.CompletedTask : _next.Task.WaitAsync(cancellationToken);
    }
}
