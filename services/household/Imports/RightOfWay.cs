namespace Tsunagu.Households.Imports;

/// <summary>
/// Imports give way to people: to read a file fills a processor. While calls are being answered, files are read in short stretches with rests between: all files together
/// for a quarter of the time at most, and in the pauses of those who ask where there are any. When nobody has asked for anything lately, without rest.
/// </summary>
/// <param name="clock">Tells the time.</param>
sealed class RightOfWay(TimeProvider clock)
{
    /// <summary>How long a file is read before whoever waits gets the processor.</summary>
    public static readonly TimeSpan Stretch = TimeSpan.FromMilliseconds(3);

    /// <summary>How long after an answer the next call is expected.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromSeconds(1);

    /// <summary>For as long a file that had its rest waits for those who wait still, counted from the rest's begin.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(30);

    // One stretch of so many.
    const int Share = 4;

    // Of a clock that nobody sets.
    long quietFrom = clock.GetTimestamp();
    int waiting;
    int files;

    /// <summary>True while somebody waits for an answer, or did lately.</summary>
    public bool Asked => Volatile.Read(ref waiting) > 0 || clock.GetTimestamp() < Volatile.Read(ref quietFrom);

    /// <summary>How long each of so many files rests after a stretch at least.</summary>
    public static TimeSpan RestOf(int files) => Stretch * (Share * files - 1);

    /// <summary>A call came.</summary>
    public void Came() => Interlocked.Increment(ref waiting);

    /// <summary>A call that came was answered.</summary>
    public void Answered()
    {
        Volatile.Write(ref quietFrom, clock.GetTimestamp() + (long)(Lately.TotalSeconds * clock.TimestampFrequency));
        _ = Interlocked.Decrement(ref waiting);
    }

    /// <summary>A file begins to be taken in; disposed of when it was.</summary>
    public Reading Begin() => new(this, clock);

    /// <summary>The reading of one file.</summary>
    public sealed class Reading : IDisposable
    {
        readonly RightOfWay people;
        readonly TimeProvider clock;
        long since;

        internal Reading(RightOfWay people, TimeProvider clock)
        {
            (this.people, this.clock) = (people, clock);
            since = clock.GetTimestamp();
            _ = Interlocked.Increment(ref people.files);
        }

        /// <summary>To be waited for after each row: a rest when a stretch is over and somebody waits, else nothing.</summary>
        public ValueTask RestAsync(CancellationToken ct) => clock.GetElapsedTime(since) < Stretch ? ValueTask.CompletedTask : new(RestNowAsync(ct));

        /// <inheritdoc />
        public void Dispose() => Interlocked.Decrement(ref people.files);

        async Task RestNowAsync(CancellationToken ct)
        {
            if (people.Asked)
            {
                var begun = clock.GetTimestamp();
                await Task.Delay(RestOf(Volatile.Read(ref people.files)), clock, ct);
                while (Volatile.Read(ref people.waiting) > 0 && clock.GetElapsedTime(begun) < Longest)
                    await Task.Delay(Stretch, clock, ct);
            }
            since = clock.GetTimestamp();
        }
    }
}
