using System.Text;

namespace Aspire.Dashboard.Store;

/// <summary>The metric series kept in memory. Safe for use from any thread.</summary>
/// <param name="limits">Bounds. The series that was not measured for longest gives way.</param>
public sealed class MetricStore(TelemetryLimits limits)
{
    readonly Lock _gate = new();
    readonly Dictionary<string, LinkedListNode<SeriesEntry>> _byId = new(StringComparer.Ordinal);
    readonly LinkedList<SeriesEntry> _byUse = new();

    /// <summary>Series kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _byId.Count;
        }
    }

    internal ChangeSignal Changes { get; } = new();

    /// <summary>Adds measurements in the order given.</summary>
    /// <param name="samples">Measurements of any number of series.</param>
    public void Add(IReadOnlyCollection<MetricSample> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count == 0)
            return;
        lock (_gate)
        {
            foreach (var sample in samples)
                Add(sample);
        }
        Changes.Raise();
    }

    /// <summary>Services with a series kept, in the order of their names.</summary>
    public IReadOnlyList<string> Services()
    {
        lock (_gate)
            return [.. _byUse.Select(s => s.Meta.Key.Resource).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The instruments, ordered by service, meter and name.</summary>
    /// <param name="resource">Only those of this service; null or empty for all.</param>
    public IReadOnlyList<MetricInstrument> List(string? resource = null)
    {
        (MetricSample Meta, MetricSeries Series)[] all;
        lock (_gate)
            all = [.. _byUse.Where(s => string.IsNullOrEmpty(resource) || s.Meta.Key.Resource == resource).Select(s => (s.Meta, s.Snapshot()))];
        return
        [
            .. all.GroupBy(s => s.Meta.Key)
                .OrderBy(g => g.Key.Resource, StringComparer.Ordinal).ThenBy(g => g.Key.Scope, StringComparer.Ordinal).ThenBy(g => g.Key.Name, StringComparer.Ordinal)
                .Select(g => new MetricInstrument(g.Key, g.First().Meta.Kind, g.First().Meta.Unit, g.First().Meta.Description, [.. g.OrderBy(s => Id(s.Meta), StringComparer.Ordinal).Select(s => s.Series)])),
        ];
    }

    void Add(MetricSample sample)
    {
        var id = Id(sample);
        if (_byId.TryGetValue(id, out var node))
            _byUse.Remove(node);
        else
            _byId[id] = node = new(new SeriesEntry(id, sample, limits.PointsPerSeries));
        _byUse.AddLast(node);
        node.Value.Add(sample);
        while (_byId.Count > limits.MetricSeries && _byUse.First is { } idle)
        {
            _byUse.RemoveFirst();
            _byId.Remove(idle.Value.Id);
        }
    }

    static string Id(MetricSample sample)
    {
        var id = new StringBuilder().AppendJoin('\u001f', sample.Key.Resource, sample.Key.Scope, sample.Key.Name, sample.Instance);
        foreach (var attribute in sample.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal))
            id.Append('\u001e').Append(attribute.Key).Append('\u001f').Append(attribute.Value);
        return id.ToString();
    }
}
