using Aspire.Dashboard.Store;

namespace Aspire.Dashboard.Layout;

/// <summary>Walks the spans of one trace from parents to children.</summary>
sealed class WaterfallBuilder(IReadOnlyCollection<SpanRecord> spans)
{
    readonly long _start = spans.Min(s => s.StartNanos);
    readonly long _end = spans.Max(s => s.EndNanos);
    readonly HashSet<string> _known = [.. spans.Select(s => s.SpanId)];
    readonly HashSet<string> _placed = [];
    readonly List<WaterfallRow> _rows = new(spans.Count);

    public IReadOnlyList<WaterfallRow> Build()
    {
        var ordered = spans.OrderBy(s => s.StartNanos).ThenByDescending(s => s.EndNanos).ThenBy(s => s.SpanId, StringComparer.Ordinal).ToList();
        var children = ordered.Where(s => s.ParentSpanId is not null).ToLookup(s => s.ParentSpanId!);
        foreach (var root in ordered.Where(s => s.ParentSpanId is not { } parent || !_known.Contains(parent)))
            Place(root, children);
        // What is left hangs on a circle of parents.
        foreach (var stray in ordered)
            Place(stray, children);
        return _rows;
    }

    void Place(SpanRecord root, ILookup<string, SpanRecord> children)
    {
        // Not recursive: a hostile chain of parents may be as deep as a trace is long.
        var waiting = new Stack<(SpanRecord Span, int Depth)>([(root, 0)]);
        while (waiting.TryPop(out var next))
        {
            if (!_placed.Add(next.Span.SpanId))
                continue;
            var below = children[next.Span.SpanId].Where(c => !_placed.Contains(c.SpanId)).ToList();
            _rows.Add(Row(next.Span, next.Depth, below.Count));
            for (var i = below.Count - 1; i >= 0; i--)
                waiting.Push((below[i], next.Depth + 1));
        }
    }

    WaterfallRow Row(SpanRecord span, int depth, int children)
    {
        double length = _end - _start;
        var offset = length > 0 ? (span.StartNanos - _start) * 100 / length : 0;
        var width = length > 0 ? span.DurationNanos * 100 / length : 100;
        var isOrphan = span.ParentSpanId is { } parent && !_known.Contains(parent);
        return new WaterfallRow(span, depth, children, isOrphan, offset, Math.Min(width, 100 - offset));
    }
}
