using Aspire.Dashboard.Store;

namespace Aspire.Dashboard.Layout;

/// <summary>A span and its place in the waterfall.</summary>
/// <param name="Span">The span.</param>
/// <param name="Depth">Ancestors that were received; 0 at the top.</param>
/// <param name="Children">Direct children that were received.</param>
/// <param name="IsOrphan">True when it names a parent that has not arrived.</param>
/// <param name="Offset">Where its bar begins, in percent of the trace's length from its start, 0 to 100.</param>
/// <param name="Width">Length of its bar in percent; offset and width never pass 100 together.</param>
public sealed record WaterfallRow(SpanRecord Span, int Depth, int Children, bool IsOrphan, double Offset, double Width);
