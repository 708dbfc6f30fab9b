using System.Net;
using Grpc.AspNetCore.Server;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tests.Echo.V1;
using Tsunagu.Tests.StandIns.Pressure.Wire;
using Xunit;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>The service under pressure on a loopback port.</summary>
sealed class PressureHost : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly WebApplication app;
    GrpcChannel? channel;

    PressureHost(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public Ledger Ledger => app.Services.GetRequiredService<Ledger>();

    public Echo.EchoClient Client => new(channel ??= GrpcChannel.ForAddress(Address));

    public static async Task<PressureHost> StartAsync(Action<KestrelServerOptions>? kestrel = null, Action<GrpcServiceOptions>? options = null, TimeSpan? patience = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            kestrel?.Invoke(server);
            server.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc(options ?? (_ => { }));
        builder.Services.AddSingleton<Ledger>();
        // A call that does not end shows in seconds.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = patience ?? TimeSpan.FromSeconds(10));
        var app = builder.Build();
        app.MapGrpcService<PressureService>();
        await app.StartAsync();
        return new PressureHost(app);
    }

    public Task<Peer> ConnectAsync(PeerHabits? habits = null, bool sees = false) => Peer.ConnectAsync(Address, habits, sees);

    /// <summary>A new caller is served, and no handler of an earlier one is left.</summary>
    public async Task IsWellAsync()
    {
        await IdleAsync();
        await using var peer = await ConnectAsync();
        var exchange = await peer.CallAsync("Say", new SayRequest { Text = "well" });
        var outcome = await exchange.Ended.WaitAsync(Patience);
        Assert.True(outcome.Status == Grpc.Core.StatusCode.OK, outcome.ToString());
    }

    /// <summary>No handler runs, within half a minute.</summary>
    public Task IdleAsync() => Eventually.HoldsAsync(() => Ledger.Running == 0, "handlers still run");

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        channel?.Dispose();
        await app.DisposeAsync();
    }
}
