namespace Aspire.Dashboard.Store;

/// <summary>A reference to a span of this or another trace.</summary>
/// <param name="TraceId">32 lower-case hexadecimal digits.</param>
/// <param name="SpanId">16 lower-case hexadecimal digits.</param>
/// <param name="Attributes">Attributes of the link.</param>
public sealed record SpanLink(string TraceId, string SpanId, IReadOnlyList<Tag> Attributes);
