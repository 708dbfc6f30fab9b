using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Tsunagu.Tests.Interop.Host;

/// <summary>The test service on our runtime, on a free loopback port.</summary>
sealed class TestHost : IAsyncDisposable
{
    readonly WebApplication app;

    TestHost(WebApplication app)
    {
        this.app = app;
        Http2 = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>HTTP/2 in cleartext, by prior knowledge.</summary>
    public Uri Http2 { get; }

    /// <summary>Starts it.</summary>
    /// <param name="spoiled">Whether its services answer wrongly.</param>
    public static async Task<TestHost> StartAsync(bool spoiled)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        var app = builder.Build();
        app.Use(RequestFlags.ReadAsync);
        if (spoiled)
        {
            app.MapGrpcService<SpoiledServiceRpc>();
            app.MapGrpcService<SpoiledUnimplementedRpc>();
        }
        else
        {
            app.MapGrpcService<TestServiceRpc>();
        }
        await app.StartAsync();
        return new TestHost(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
