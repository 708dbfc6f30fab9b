using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tsunagu.Tests.StandIns.Soak;

/// <summary>The server of the soak: it comes back at the same port whenever it has gone.</summary>
sealed class SoakServer(SoakHistory history) : IAsyncDisposable
{
    WebApplication app = null!;

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public int Restarts { get; private set; }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
            kestrel.Listen(IPAddress.Loopback, Address.Port, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(history);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        app = builder.Build();
        app.MapGrpcService<SoakService>();
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
    }

    /// <summary>Goes, in good order or in the middle of everything, and comes back.</summary>
    public async Task RestartAsync(bool orderly)
    {
        using var now = new CancellationTokenSource();
        if (!orderly)
            await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
        await StartAsync();
        Restarts++;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
