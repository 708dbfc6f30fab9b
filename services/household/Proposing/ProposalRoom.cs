namespace Tsunagu.Households.Proposing;

/// <summary>A sample is read whole: this many at once bound the memory, the others wait.</summary>
static class ProposalRoom
{
    const int Most = 2;

    static readonly SemaphoreSlim Room = new(Most);

    /// <summary>Waits for room, which is given back on disposal.</summary>
    public static async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        await Room.WaitAsync(ct);
        return new Place();
    }

    sealed class Place : IDisposable
    {
        int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
                _ = Room.Release();
        }
    }
}
