using Aspire.Dashboard.Store;
using Aspire.Dashboard.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Proto.Collector.Logs.V1;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Collector.Trace.V1;

namespace Aspire.Dashboard.Otlp;

/// <summary>The two OTLP listeners: gRPC over HTTP/2 and protobuf bodies over HTTP/1.1.</summary>
sealed class OtlpServer(DashboardOptions options, TelemetryStore store, ILoggerFactory loggers) : IAsyncDisposable
{
    const int LargestExport = 16 << 20;

    readonly WebApplication _app = Build(options, store, loggers);

    public Uri GrpcUrl => _app.LoopbackUrl(0);

    public Uri HttpUrl => _app.LoopbackUrl(1);

    public Task StartAsync(CancellationToken cancellationToken) => _app.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    static WebApplication Build(DashboardOptions options, TelemetryStore store, ILoggerFactory loggers)
    {
        var builder = LoopbackHost.CreateBuilder(loggers, kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestExport;
            kestrel.ListenLoopback(options.OtlpGrpcPort, HttpProtocols.Http2);
            kestrel.ListenLoopback(options.OtlpHttpPort);
        });
        builder.Services.AddSingleton(new OtlpReceiver(store));
        builder.Services.AddRequestDecompression();
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = LargestExport);
        var app = builder.Build();
        app.UseHostFiltering();
        if (options.OtlpApiKey is { Length: > 0 } key)
            app.UseMiddleware<ApiKeyGate>(key);
        app.UseRequestDecompression();
        app.MapGrpcService<TraceRpc>();
        app.MapGrpcService<LogsRpc>();
        app.MapGrpcService<MetricsRpc>();
        MapHttp(app, app.Services.GetRequiredService<OtlpReceiver>());
        return app;
    }

    static void MapHttp(WebApplication app, OtlpReceiver receiver)
    {
        app.MapExport("/v1/traces", ExportTraceServiceRequest.Parser, receiver.Receive);
        app.MapExport("/v1/logs", ExportLogsServiceRequest.Parser, receiver.Receive);
        app.MapExport("/v1/metrics", ExportMetricsServiceRequest.Parser, receiver.Receive);
    }
}
