namespace Aspire.Dashboard.Store;

/// <summary>An instrument and its series.</summary>
/// <param name="Key">Names it.</param>
/// <param name="Kind">What its numbers mean.</param>
/// <param name="Unit">Unit as sent.</param>
/// <param name="Description">Description as sent.</param>
/// <param name="Series">Its series, ordered by their dimensions; never empty.</param>
public sealed record MetricInstrument(MetricKey Key, MetricKind Kind, string Unit, string Description, IReadOnlyList<MetricSeries> Series);
