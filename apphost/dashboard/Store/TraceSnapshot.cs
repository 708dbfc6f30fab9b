namespace Aspire.Dashboard.Store;

/// <summary>A trace as it stood when it was asked for.</summary>
/// <param name="Summary">One line about it.</param>
/// <param name="Spans">Its spans in the order of receipt.</param>
public sealed record TraceSnapshot(TraceSummary Summary, IReadOnlyList<SpanRecord> Spans);
