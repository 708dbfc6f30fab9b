using Aspire.Dashboard.Store;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Common.V1;
using OpenTelemetry.Proto.Metrics.V1;

namespace Aspire.Dashboard.Otlp;

/// <summary>Measurements of an export. Exponential histograms and summaries keep their count and sum.</summary>
static class MetricMapper
{
    // Series are kept as long as they are measured, so their dimensions are held shorter than those of spans.
    const int Dimensions = 32;
    const int TextLength = 256;
    const int MostBuckets = 256;

    public static IReadOnlyList<MetricSample> Map(ExportMetricsServiceRequest request) =>
    [
        .. from resource in request.ResourceMetrics
           let sender = Sender.Of(resource.Resource)
           from scope in resource.ScopeMetrics
           from metric in scope.Metrics
           from sample in Map(metric, sender, scope.Scope?.Name ?? "")
           select sample,
    ];

    static IEnumerable<MetricSample> Map(Metric metric, Sender sender, string scope)
    {
        var shared = new MetricSample
        {
            Key = new MetricKey(sender.Service, Cut(scope), Cut(metric.Name)),
            Instance = sender.Instance,
            Kind = MetricKind.Gauge,
            Unit = Cut(metric.Unit),
            Description = Cut(metric.Description),
            Point = default,
        };
        return metric.DataCase switch
        {
            Metric.DataOneofCase.Gauge => metric.Gauge.DataPoints.Select(p => Sample(shared, p)),
            Metric.DataOneofCase.Sum => metric.Sum.DataPoints.Select(p => Sample(shared, p) with
            {
                Kind = metric.Sum.IsMonotonic ? MetricKind.Counter : MetricKind.Gauge,
                IsDelta = IsDelta(metric.Sum.AggregationTemporality),
            }),
            Metric.DataOneofCase.Histogram => metric.Histogram.DataPoints.Select(p => Distribution(shared, p.Attributes, p.TimeUnixNano, p.Sum, p.Count) with
            {
                IsDelta = IsDelta(metric.Histogram.AggregationTemporality),
                Bounds = [.. p.ExplicitBounds.Take(MostBuckets - 1)],
                Buckets = [.. p.BucketCounts.Take(MostBuckets).Select(c => (double)c)],
            }),
            Metric.DataOneofCase.ExponentialHistogram => metric.ExponentialHistogram.DataPoints.Select(p => Distribution(shared, p.Attributes, p.TimeUnixNano, p.Sum, p.Count) with
            {
                IsDelta = IsDelta(metric.ExponentialHistogram.AggregationTemporality),
            }),
            Metric.DataOneofCase.Summary => metric.Summary.DataPoints.Select(p => Distribution(shared, p.Attributes, p.TimeUnixNano, p.Sum, p.Count)),
            Metric.DataOneofCase.None => [],
        };
    }

    static MetricSample Sample(MetricSample shared, NumberDataPoint point) => shared with
    {
        Attributes = OtlpValue.Tags(point.Attributes, Dimensions, TextLength),
        Point = new MetricPoint(OtlpValue.Nanos(point.TimeUnixNano), point.ValueCase == NumberDataPoint.ValueOneofCase.AsInt ? point.AsInt : point.AsDouble, 0),
    };

    static MetricSample Distribution(MetricSample shared, IReadOnlyCollection<KeyValue> attributes, ulong time, double sum, ulong count) => shared with
    {
        Kind = MetricKind.Histogram,
        Attributes = OtlpValue.Tags(attributes, Dimensions, TextLength),
        Point = new MetricPoint(OtlpValue.Nanos(time), sum, count),
    };

    static bool IsDelta(AggregationTemporality temporality) => temporality == AggregationTemporality.Delta;

    static string Cut(string text) => OtlpValue.Cut(text, TextLength);
}
