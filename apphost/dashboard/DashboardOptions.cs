namespace Aspire.Dashboard;

/// <summary>Where the dashboard listens and how much it keeps. Every listener is bound to the loopback interface.</summary>
public sealed class DashboardOptions
{
    /// <summary>Name shown in the page header and title.</summary>
    public string ApplicationName { get; set; } = "Aspire";

    /// <summary>TCP port of the pages and the JSON API (HTTP/1.1); 0 takes a free port.</summary>
    public int FrontendPort { get; set; } = 18888;

    /// <summary>TCP port of OTLP over gRPC (HTTP/2 without TLS); 0 takes a free port.</summary>
    public int OtlpGrpcPort { get; set; } = 18889;

    /// <summary>TCP port of OTLP over HTTP with protobuf bodies (HTTP/1.1); 0 takes a free port.</summary>
    public int OtlpHttpPort { get; set; } = 18890;

    /// <summary>When set, every export must carry this value in the header <c>x-otlp-api-key</c>.</summary>
    public string? OtlpApiKey { get; set; }

    /// <summary>Bounds of the in-memory store.</summary>
    public TelemetryLimits Limits { get; set; } = new();
}
