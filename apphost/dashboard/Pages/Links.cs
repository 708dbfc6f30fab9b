namespace Aspire.Dashboard.Pages;

/// <summary>Addresses of pages, with every part escaped.</summary>
static class Links
{
    public static string Console(string resource) => $"/console?resource={Escape(resource)}";

    public static string ConsoleStream(string resource) => $"/live/console?resource={Escape(resource)}";

    public static string Logs(string? resource, string? traceId = null) =>
        traceId is null ? $"/logs?resource={Escape(resource)}" : $"/logs?traceId={Escape(traceId)}";

    public static string Traces(string resource) => $"/traces?resource={Escape(resource)}";

    public static string Metrics(string resource) => $"/metrics?resource={Escape(resource)}";

    public static string Trace(string traceId, string? spanId = null) =>
        spanId is null ? $"/traces/{Escape(traceId)}" : $"/traces/{Escape(traceId)}?span={Escape(spanId)}";

    public static string TraceStream(string traceId) => $"/live/traces/{Escape(traceId)}";

    static string Escape(string? part) => Uri.EscapeDataString(part ?? "");
}
