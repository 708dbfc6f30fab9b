namespace Tsunagu.ServiceDefaults.Hosting;

/// <summary>A call under way in a service that may be told to stop.</summary>
sealed class DrainedCall : IDisposable
{
    readonly Drain drain;
    readonly CancellationToken caller;
    readonly CancellationToken end;
    readonly CancellationTokenSource either;

    public DrainedCall(Drain drain, CancellationToken caller, CancellationToken end)
    {
        this.drain = drain;
        this.caller = caller;
        this.end = end;
        either = CancellationTokenSource.CreateLinkedTokenSource(caller, end);
        Token = either.Token;
    }

    /// <summary>Cancelled when the caller is gone or the service stops.</summary>
    public CancellationToken Token { get; }

    /// <summary>Whether the service ended it: the caller did nothing wrong and may come back.</summary>
    public bool IsEndedByStop => end.IsCancellationRequested && !caller.IsCancellationRequested;

    public void Dispose()
    {
        either.Dispose();
        drain.Leave();
    }
}
