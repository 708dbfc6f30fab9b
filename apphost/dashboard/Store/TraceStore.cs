namespace Aspire.Dashboard.Store;

/// <summary>The traces kept in memory. Safe for use from any thread; what it returns does not change afterwards.</summary>
/// <param name="limits">
/// Bounds. The trace that was first seen longest ago gives way; but while traces of a single span, such as probes, hold more than a quarter
/// of the places, it is the oldest of those.
/// </param>
public sealed class TraceStore(TelemetryLimits limits)
{
    readonly Lock _gate = new();
    readonly Dictionary<string, LinkedListNode<TraceEntry>> _byId = new(StringComparer.Ordinal);
    readonly LinkedList<TraceEntry> _single = new();
    readonly LinkedList<TraceEntry> _joined = new();
    long _bytes;

    /// <summary>Traces kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _byId.Count;
        }
    }

    /// <summary>Estimated bytes of the spans kept.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
                return _bytes;
        }
    }

    internal ChangeSignal Changes { get; } = new();

    // One trace may not push out all others.
    long BytesPerTrace => limits.SpanBytes / 4;

    /// <summary>Adds spans. A span id the trace already holds is a repeated export and is ignored.</summary>
    /// <param name="spans">Spans of any number of traces, in any order.</param>
    /// <returns>Spans refused because their trace had reached its bound.</returns>
    public int Add(IReadOnlyCollection<SpanRecord> spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        if (spans.Count == 0)
            return 0;
        var refused = 0;
        lock (_gate)
        {
            foreach (var span in spans)
                refused += TryAdd(span) ? 0 : 1;
        }
        Changes.Raise();
        return refused;
    }

    /// <summary>The latest traces, newest start first.</summary>
    /// <param name="filter">Which are wanted.</param>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<TraceSummary> List(TraceFilter filter, int count)
    {
        ArgumentNullException.ThrowIfNull(filter);
        lock (_gate)
            return [.. _joined.Concat(_single).Where(filter.Wants).OrderByDescending(t => t.StartNanos).Take(count).Select(t => t.Summary)];
    }

    /// <summary>One trace, or null when it is not kept.</summary>
    /// <param name="traceId">32 hexadecimal digits; case does not matter.</param>
    public TraceSnapshot? Find(string traceId)
    {
        ArgumentNullException.ThrowIfNull(traceId);
        lock (_gate)
            return _byId.TryGetValue(traceId.ToLowerInvariant(), out var node) ? node.Value.Snapshot() : null;
    }

    /// <summary>Spans kept of a trace; 0 when it is not kept.</summary>
    internal int SpanCount(string traceId)
    {
        lock (_gate)
            return _byId.TryGetValue(traceId.ToLowerInvariant(), out var node) ? node.Value.SpanCount : 0;
    }

    bool TryAdd(SpanRecord span)
    {
        if (!_byId.TryGetValue(span.TraceId, out var node))
            _byId[span.TraceId] = node = _single.AddLast(new TraceEntry(span.TraceId));
        var trace = node.Value;
        if (trace.Has(span.SpanId))
            return true;
        var bytes = span.EstimatedBytes;
        if (trace.SpanCount >= limits.SpansPerTrace || trace.Bytes + bytes > BytesPerTrace)
        {
            trace.Drop();
            return false;
        }
        trace.Add(span, bytes);
        _bytes += bytes;
        if (node.List == _single && trace.SpanCount > 1)
        {
            _single.Remove(node);
            _joined.AddLast(node);
        }
        MakeRoom(node);
        return true;
    }

    void MakeRoom(LinkedListNode<TraceEntry> keep)
    {
        while (_byId.Count > limits.Traces || _bytes > limits.SpanBytes)
        {
            var oldest = _single.Count > limits.Traces / 4 ? Oldest(_single, keep) ?? Oldest(_joined, keep) : Oldest(_joined, keep) ?? Oldest(_single, keep);
            if (oldest is null)
                return;
            oldest.List?.Remove(oldest);
            _byId.Remove(oldest.Value.TraceId);
            _bytes -= oldest.Value.Bytes;
        }
    }

    static LinkedListNode<TraceEntry>? Oldest(LinkedList<TraceEntry> traces, LinkedListNode<TraceEntry> keep) =>
        traces.First == keep ? keep.Next : traces.First;
}
