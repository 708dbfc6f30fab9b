namespace Aspire.Dashboard.Store;

/// <summary>A trace while it is kept. Guarded by the lock of its store.</summary>
sealed class TraceEntry(string traceId)
{
    readonly Dictionary<string, SpanRecord> _spans = new(StringComparer.Ordinal);
    readonly Dictionary<string, (int Spans, int Errors)> _services = new(StringComparer.Ordinal);
    SpanRecord? _head;
    long _start = long.MaxValue;
    long _end;
    TraceSummary? _summary;

    public string TraceId => traceId;

    public long Bytes { get; private set; }

    public int SpanCount => _spans.Count;

    public int ErrorCount { get; private set; }

    public int DroppedSpans { get; private set; }

    public long StartNanos => _start;

    public TraceSummary Summary => _summary ??= Summarize();

    public bool Has(string spanId) => _spans.ContainsKey(spanId);

    public bool HasService(string name) => _services.ContainsKey(name);

    public bool Mentions(string text) =>
        traceId.StartsWith(text, StringComparison.OrdinalIgnoreCase)
        || _spans.Values.Any(s => s.Name.Contains(text, StringComparison.OrdinalIgnoreCase));

    public void Add(SpanRecord span, long bytes)
    {
        _spans.Add(span.SpanId, span);
        Bytes += bytes;
        _start = Math.Min(_start, span.StartNanos);
        _end = Math.Max(_end, span.EndNanos);
        var (spans, errors) = _services.GetValueOrDefault(span.Resource);
        _services[span.Resource] = (spans + 1, errors + (span.IsError ? 1 : 0));
        ErrorCount += span.IsError ? 1 : 0;
        if (_head is null || IsBetterHead(span, _head))
            _head = span;
        _summary = null;
    }

    public void Drop()
    {
        DroppedSpans++;
        _summary = null;
    }

    public TraceSnapshot Snapshot() => new(Summary, [.. _spans.Values]);

    static bool IsBetterHead(SpanRecord candidate, SpanRecord head) =>
        (candidate.ParentSpanId is null) != (head.ParentSpanId is null)
            ? candidate.ParentSpanId is null
            : candidate.StartNanos < head.StartNanos;

    TraceSummary Summarize() => new(
        traceId,
        _head?.Name ?? "",
        _head?.Resource ?? "",
        _start,
        _end - _start,
        _spans.Count,
        ErrorCount,
        DroppedSpans,
        [.. _services.OrderByDescending(s => s.Value.Spans).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => new ServiceShare(s.Key, s.Value.Spans, s.Value.Errors))]);
}
