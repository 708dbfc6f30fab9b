namespace Aspire.Dashboard.Store;

/// <summary>A series while it is kept. Guarded by the lock of its store.</summary>
sealed class SeriesEntry(string id, MetricSample first, int capacity)
{
    readonly Queue<MetricPoint> _points = new();
    double[] _buckets = [];
    MetricPoint _last;

    public string Id => id;

    public MetricSample Meta { get; private set; } = first;

    public void Add(MetricSample sample)
    {
        var point = sample.Point;
        if (sample.IsDelta)
            point = point with { Value = _last.Value + point.Value, Count = _last.Count + point.Count };
        _buckets = sample.IsDelta && _buckets.Length == sample.Buckets.Count
            ? [.. _buckets.Zip(sample.Buckets, (a, b) => a + b)]
            : [.. sample.Buckets];
        _last = point;
        _points.Enqueue(point);
        if (_points.Count > capacity)
            _points.Dequeue();
        Meta = sample;
    }

    public MetricSeries Snapshot() => new(Meta.Instance, Meta.Attributes, [.. _points], Meta.Bounds, [.. _buckets]);
}
