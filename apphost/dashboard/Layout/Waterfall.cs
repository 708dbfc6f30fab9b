using Aspire.Dashboard.Store;

namespace Aspire.Dashboard.Layout;

/// <summary>The rows of a trace in the order they are shown: every span once, below its parent, siblings by start.</summary>
/// <param name="StartNanos">Start of the time axis.</param>
/// <param name="DurationNanos">Length of the time axis.</param>
/// <param name="Rows">The rows.</param>
public sealed record Waterfall(long StartNanos, long DurationNanos, IReadOnlyList<WaterfallRow> Rows)
{
    /// <summary>Lays out spans received in any order. A missing parent puts a span at the top; a circle of parents is cut at its earliest span.</summary>
    /// <param name="spans">Spans of one trace.</param>
    public static Waterfall Build(IReadOnlyCollection<SpanRecord> spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        if (spans.Count == 0)
            return new Waterfall(0, 0, []);
        var start = spans.Min(s => s.StartNanos);
        return new Waterfall(start, spans.Max(s => s.EndNanos) - start, new WaterfallBuilder(spans).Build());
    }

    /// <summary>Moments to mark on the axis: multiples of 1, 2 or 5 times a power of ten nanoseconds, from 0.</summary>
    /// <param name="most">At most so many, two or more.</param>
    public IReadOnlyList<long> Ticks(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        var step = 1L;
        for (var round = 0; DurationNanos / step >= most; round++)
            step = (round % 3) switch { 0 => step * 2, 1 => step / 2 * 5, _ => step * 2 };
        return [.. Enumerable.Range(0, (int)(DurationNanos / step) + 1).Select(i => i * step)];
    }
}
