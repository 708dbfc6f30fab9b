using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tsunagu.ServiceDefaults;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.TestKit.Identity;

namespace Tsunagu.Tests.Benchmarks.Wire;

/// <summary>The serving process: gRPC beside the bare endpoints, or gRPC with all of ServiceDefaults, which changes a process as a whole.</summary>
static class WireServer
{
    /// <summary>Serves until its input ends, which is when the measuring process does.</summary>
    public static async Task RunAsync(bool full)
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var app = full ? await FullAsync(issuer.Authority) : await PlainAsync();
        Console.WriteLine($"ready {app.Urls.First()} {issuer.ForStaff("s-1", "tax", "caseworker")}");
        await Console.In.ReadToEndAsync();
    }

    static async Task<WebApplication> PlainAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc();
        var app = builder.Build();
        app.MapGrpcService<EchoService>();
        BareEndpoints.Map(app);
        await app.StartAsync();
        return app;
    }

    static async Task<WebApplication> FullAsync(string authority)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection([new("Identity:Authority", authority)]);
        builder.AddServiceDefaults("benchmark");
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGrpcService<EchoService>();
        BareEndpoints.Map(app);
        await app.PrepareServiceAsync();
        await app.StartAsync();
        await TestDirectory.Of(authority).AttachAsync(app.Services);
        return app;
    }
}
