using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Tsunagu.Tests.Interop.Host;

/// <summary>The test service on our runtime, with health and reflection, on free loopback ports.</summary>
sealed class TestHost : IAsyncDisposable
{
    readonly WebApplication app;

    TestHost(WebApplication app, X509Certificate2 certificate)
    {
        this.app = app;
        Certificate = certificate;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToArray();
        (Http2, Http1, Tls) = (new Uri(addresses[0]), new Uri(addresses[1]), new Uri(addresses[2]));
    }

    /// <summary>HTTP/2 in cleartext, by prior knowledge.</summary>
    public Uri Http2 { get; }

    /// <summary>HTTP/1.1: gRPC-Web.</summary>
    public Uri Http1 { get; }

    /// <summary>HTTP/2 over TLS.</summary>
    public Uri Tls { get; }

    /// <summary>What <see cref="Tls"/> shows.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Starts it.</summary>
    /// <param name="spoiled">Whether its services answer wrongly.</param>
    public static async Task<TestHost> StartAsync(bool spoiled)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.ClearProviders();
        var certificate = Host.Certificate.ForLoopback();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                listen.UseHttps(certificate);
            });
        });
        builder.Services.AddGrpc();
        builder.Services.AddGrpcReflection();
        builder.Services.AddGrpcHealthChecks().AddCheck("up", () => HealthCheckResult.Healthy());
        // Watchers are told of the first result at once.
        builder.Services.Configure<HealthCheckPublisherOptions>(publisher => publisher.Delay = TimeSpan.Zero);
        var app = builder.Build();
        app.Use(RequestFlags.ReadAsync);
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        if (spoiled)
        {
            app.MapGrpcService<SpoiledServiceRpc>();
            app.MapGrpcService<SpoiledUnimplementedRpc>();
        }
        else
        {
            app.MapGrpcService<TestServiceRpc>();
            app.MapGrpcReflectionService();
            app.MapGrpcHealthChecksService();
        }
        await app.StartAsync();
        return new TestHost(app, certificate);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Certificate.Dispose();
    }
}
