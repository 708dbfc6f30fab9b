namespace Aspire.Dashboard.Store;

/// <summary>A moment within a span.</summary>
/// <param name="TimeNanos">Nanoseconds since 1970-01-01 UTC.</param>
/// <param name="Name">Name, such as <c>exception</c>.</param>
/// <param name="Attributes">Attributes of the event.</param>
public sealed record SpanEvent(long TimeNanos, string Name, IReadOnlyList<Tag> Attributes);
