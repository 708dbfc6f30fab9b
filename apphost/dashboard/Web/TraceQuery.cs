using Aspire.Dashboard.Store;

namespace Aspire.Dashboard.Web;

/// <summary>The query of the trace list.</summary>
sealed record TraceQuery(string? Resource, string? Q, string? Errors)
{
    public TraceFilter Filter => new() { Resource = Resource, Text = Q, ErrorsOnly = Errors == "true" };
}
