namespace Grpc.AspNetCore.Server.Internal.Calls;

/// <summary>Ends a call at the time at which its caller gives up.</summary>
sealed class CallDeadline : IAsyncDisposable
{
    // A longer wait than a timer can take is no deadline in practice.
    static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    readonly TimeSpan timeout;
    readonly Func<Task> end;
    readonly CancellationTokenSource source;
    readonly CancellationTokenRegistration aborted;
    readonly object state = new();
    Timer? timer;
    Task ending = Task.CompletedTask;
    bool disposed;

    internal CallDeadline(TimeSpan timeout, CancellationToken requestAborted, Func<Task> end)
    {
        this.timeout = timeout;
        this.end = end;
        var now = DateTime.UtcNow;
        Time = timeout < DateTime.MaxValue - now ? now + timeout : DateTime.MaxValue;
        source = new CancellationTokenSource();
        Token = source.Token;
        aborted = requestAborted.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
    }

    internal DateTime Time { get; }

    internal CancellationToken Token { get; }

    internal bool Passed { get; private set; }

    internal void Start()
    {
        if (timeout < Longest)
            timer = new Timer(static deadline => ((CallDeadline)deadline!).Pass(), this, timeout, Timeout.InfiniteTimeSpan);
    }

    public async ValueTask DisposeAsync()
    {
        lock (state)
            disposed = true;
        if (timer is not null)
            await timer.DisposeAsync();
        await aborted.DisposeAsync();
        await ending;
        source.Dispose();
    }

    void Pass()
    {
        lock (state)
        {
            if (disposed)
                return;
            Passed = true;
            ending = PassAsync();
        }
    }

    async Task PassAsync()
    {
        await Task.Yield();
        await end();
        await source.CancelAsync();
    }
}
