using System.Net;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Tsunagu.Tests.StandIns.Web;

/// <summary>The echo service behind gRPC-Web: in the same program, or behind a proxy that turns the calls.</summary>
sealed class WebHost : IAsyncDisposable
{
    readonly List<WebApplication> apps = [];

    WebHost(Uri http1, Uri http2)
    {
        Http1 = http1;
        Http2 = http2;
    }

    public Uri Http1 { get; }

    public Uri Http2 { get; }

    public CallJournal Journal { get; private init; } = new();

    public static async Task<WebHost> StartAsync(
        bool proxied = false,
        GrpcWebOptions? options = null,
        Action<GrpcServiceEndpointConventionBuilder>? endpoints = null,
        Action<WebApplication>? before = null,
        Action<IServiceCollection>? services = null)
    {
        var journal = new CallJournal();
        var web = options ?? new GrpcWebOptions { DefaultEnabled = true };
        var service = Create(builder =>
        {
            builder.Services.AddSingleton(journal);
            builder.Services.AddGrpc(grpc => grpc.Interceptors.Add<CallJournal.Interceptor>());
            services?.Invoke(builder.Services);
        });
        service.UseRouting();
        before?.Invoke(service);
        if (!proxied)
            service.UseGrpcWeb(web);
        var mapped = service.MapGrpcService<EchoService>();
        endpoints?.Invoke(mapped);
        var (http1, http2) = await StartAsync(service);
        if (!proxied)
            return new WebHost(http1, http2) { Journal = journal, apps = { service } };
        var proxy = Create(builder => builder.Services.AddReverseProxy().LoadFromMemory([Route], [Cluster(http2)]));
        proxy.UseRouting();
        proxy.UseGrpcWeb(web);
        proxy.MapReverseProxy();
        (http1, http2) = await StartAsync(proxy);
        return new WebHost(http1, http2) { Journal = journal, apps = { proxy, service } };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in apps)
            await app.DisposeAsync();
    }

    static RouteConfig Route => new() { RouteId = "all", ClusterId = "echo", Match = new() { Path = "{**rest}" } };

    static ClusterConfig Cluster(Uri address) => new()
    {
        ClusterId = "echo",
        HttpRequest = new ForwarderRequestConfig { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact },
        Destinations = new Dictionary<string, DestinationConfig> { ["one"] = new() { Address = address.ToString() } },
    };

    static WebApplication Create(Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        configure(builder);
        return builder.Build();
    }

    static async Task<(Uri Http1, Uri Http2)> StartAsync(WebApplication app)
    {
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToArray();
        return (new Uri(addresses[0]), new Uri(addresses[1]));
    }
}
