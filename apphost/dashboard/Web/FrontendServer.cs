using Aspire.Dashboard.Resources;
using Aspire.Dashboard.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Dashboard.Web;

/// <summary>The listener of the pages and the JSON API.</summary>
sealed class FrontendServer(DashboardOptions options, ResourceBoard resources, TelemetryStore store, ILoggerFactory loggers) : IAsyncDisposable
{
    readonly WebApplication _app = Build(options, resources, store, loggers);

    public Uri Url => _app.LoopbackUrl(0);

    public Task StartAsync(CancellationToken cancellationToken) => _app.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    static WebApplication Build(DashboardOptions options, ResourceBoard resources, TelemetryStore store, ILoggerFactory loggers)
    {
        var builder = LoopbackHost.CreateBuilder(loggers, kestrel => kestrel.ListenLoopback(options.FrontendPort));
        builder.Services.AddSingleton(options).AddSingleton(resources).AddSingleton(store).AddScoped<PageRenderer>();
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseHostFiltering();
        app.MapAssets();
        app.MapApi();
        app.MapLive();
        app.MapPages();
        return app;
    }
}
