namespace Grpc.AspNetCore.Server.Internal.Calls;

/// <summary>Lets one at a time through; costs nothing but a counter while nobody waits.</summary>
sealed class WriteGate
{
    SemaphoreSlim? waiting;
    int inside;

    internal bool TryEnter() => Interlocked.CompareExchange(ref inside, 1, 0) == 0;

    internal Task EnterAsync() => Interlocked.Increment(ref inside) == 1 ? Task.CompletedTask : Waiting().WaitAsync();

    internal void Leave()
    {
        if (Interlocked.Decrement(ref inside) > 0)
            Waiting().Release();
    }

    SemaphoreSlim Waiting() => LazyInitializer.EnsureInitialized(ref waiting, static () => new SemaphoreSlim(0));
}
