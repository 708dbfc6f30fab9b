using Aspire.Dashboard.Otlp;
using Aspire.Dashboard.Resources;
using Aspire.Dashboard.Store;
using Aspire.Dashboard.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Dashboard;

/// <summary>The dashboard inside a host process: pages and JSON API on one loopback port, OTLP receivers on two others.</summary>
public sealed class DashboardApp : IAsyncDisposable
{
    readonly FrontendServer _frontend;
    readonly OtlpServer _otlp;

    DashboardApp(FrontendServer frontend, OtlpServer otlp)
    {
        _frontend = frontend;
        _otlp = otlp;
    }

    /// <summary>Address of the pages. Known once <see cref="StartAsync"/> has returned.</summary>
    public Uri FrontendUrl => _frontend.Url;

    /// <summary>Address for OTLP over gRPC. Known once <see cref="StartAsync"/> has returned.</summary>
    public Uri OtlpGrpcUrl => _otlp.GrpcUrl;

    /// <summary>Address for OTLP over HTTP with protobuf bodies. Known once <see cref="StartAsync"/> has returned.</summary>
    public Uri OtlpHttpUrl => _otlp.HttpUrl;

    /// <summary>Builds a dashboard that has not started.</summary>
    /// <param name="options">Ports and bounds.</param>
    /// <param name="resources">The board the host publishes to; it may do so before the start.</param>
    /// <param name="loggers">Receives the dashboard's own log and is not disposed with it; null discards the log.</param>
    public static DashboardApp Create(DashboardOptions options, ResourceBoard resources, ILoggerFactory? loggers = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(resources);
        loggers ??= NullLoggerFactory.Instance;
        var store = new TelemetryStore(options.Limits);
        return new DashboardApp(new FrontendServer(options, resources, store, loggers), new OtlpServer(options, store, loggers));
    }

    /// <summary>Opens the listeners.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">A port is taken; the message names it.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await _otlp.StartAsync(cancellationToken);
        await _frontend.StartAsync(cancellationToken);
    }

    /// <summary>Closes the listeners; open live streams end at once.</summary>
    /// <param name="cancellationToken">Stops waiting for requests under way.</param>
    public Task StopAsync(CancellationToken cancellationToken = default) =>
        Task.WhenAll(_frontend.StopAsync(cancellationToken), _otlp.StopAsync(cancellationToken));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _frontend.DisposeAsync();
        await _otlp.DisposeAsync();
    }
}
