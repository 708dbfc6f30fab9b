using Aspire.Dashboard.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Aspire.Dashboard.Otlp;

/// <summary>The two OTLP listeners: gRPC over HTTP/2 and protobuf bodies over HTTP/1.1.</summary>
sealed class OtlpServer(DashboardOptions options, ILoggerFactory loggers) : IAsyncDisposable
{
    readonly WebApplication _app = Build(options, loggers);

    public Uri GrpcUrl => _app.LoopbackUrl(0);

    public Uri HttpUrl => _app.LoopbackUrl(1);

    public Task StartAsync(CancellationToken cancellationToken) => _app.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    static WebApplication Build(DashboardOptions options, ILoggerFactory loggers)
    {
        var builder = LoopbackHost.CreateBuilder(loggers, kestrel =>
        {
            kestrel.ListenLoopback(options.OtlpGrpcPort, HttpProtocols.Http2);
            kestrel.ListenLoopback(options.OtlpHttpPort);
        });
        return builder.Build();
    }
}
