using Aspire.Dashboard;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>The dashboard inside this process.</summary>
sealed class DashboardHost(HostSettings settings, StatusBoard board, ILoggerFactory loggers) : IAsyncDisposable
{
    DashboardApp? _app;

    /// <summary>Where resources send telemetry; null while the dashboard is off.</summary>
    public Uri? Otlp => _app?.OtlpGrpcUrl;

    /// <exception cref="DistributedApplicationException">A port is taken.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.Dashboard)
            return;
        foreach (var address in (Uri[])[settings.DashboardUrl, settings.OtlpGrpcUrl, settings.OtlpHttpUrl])
            if (address.Port != 0 && !Ports.IsFree(address.Port))
                throw new DistributedApplicationException($"Port {address.Port} (dashboard) is taken by another program. Stop that program or choose another port with ASPNETCORE_URLS.");
        _app = DashboardApp.Create(new DashboardOptions
        {
            ApplicationName = settings.ApplicationName,
            FrontendPort = settings.DashboardUrl.Port,
            OtlpGrpcPort = settings.OtlpGrpcUrl.Port,
            OtlpHttpPort = settings.OtlpHttpUrl.Port,
        }, board.Dashboard, loggers);
        await _app.StartAsync(cancellationToken);
    }

    public async Task StopAsync()
    {
        if (_app is not null)
            await _app.StopAsync();
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
