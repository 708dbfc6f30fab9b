using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Dashboard.Web;

/// <summary>Web hosts that live inside another host: they read no configuration, leave its signals alone and bind to loopback.</summary>
static class LoopbackHost
{
    public static WebApplicationBuilder CreateBuilder(ILoggerFactory loggers, Action<KestrelServerOptions> listen)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(LoopbackHost).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            listen(kestrel);
        });
        builder.Services.AddRoutingCore();
        // A foreign name that resolves to loopback must not reach what listens here.
        builder.Services.AddHostFiltering(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        builder.Services.Replace(ServiceDescriptor.Singleton(loggers));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoSignals>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
        });
        return builder;
    }

    public static void ListenLoopback(this KestrelServerOptions kestrel, int port, HttpProtocols protocols = HttpProtocols.Http1)
    {
        // Port 0 cannot be shared by the IPv4 and the IPv6 loopback address.
        if (port == 0)
            kestrel.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = protocols);
        else
            kestrel.ListenLocalhost(port, listener => listener.Protocols = protocols);
    }

    /// <summary>The address of the listener that was added at <paramref name="index"/>, by the name <c>localhost</c>.</summary>
    public static Uri LoopbackUrl(this WebApplication app, int index)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        return new UriBuilder(addresses.ElementAt(index)) { Host = "localhost" }.Uri;
    }
}
