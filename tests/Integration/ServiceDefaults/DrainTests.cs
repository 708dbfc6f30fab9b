using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Tsunagu.ServiceDefaults.Hosting;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;
using Serving = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

/// <summary>How a service leaves that is told to stop.</summary>
public sealed class DrainTests(Servers servers) : IClassFixture<Servers>
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stop_FinishesTheCallUnderWay_RefusesTheNext_AndTurnsHealthFirst()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ProbeHost.StartAsync(servers.Settings(("Identity:Authority", issuer.Authority)));
        using var calls = new Calls(host.GrpcAddress);
        using var watch = new Health.HealthClient(calls.Channel).Watch(new HealthCheckRequest(), cancellationToken: Ct);
        await UntilAsync(watch, Serving.Serving);
        host.Gate.Closed = new();
        using var underWay = calls.Referrals.CreateReferralAsync(Calls.Create(), Calls.As(issuer.Staff()));
        await Eventually.GetAsync(() => Task.FromResult(host.Gate.Entered), entered => entered == 1);

        var stopping = StopAsync(host);

        // The news comes before the end of the watch.
        await UntilAsync(watch, Serving.NotServing);
        var end = await Assert.ThrowsAsync<RpcException>(async () => await UntilAsync(watch, Serving.Serving));
        Assert.Equal(StatusCode.Unavailable, end.StatusCode);
        // By the connection that serves the call under way, or by a new one to a port that no longer listens.
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await calls.Referrals.CreateReferralAsync(Calls.Create(), Calls.As(issuer.Staff())));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.False(stopping.IsCompleted);
        Assert.False(underWay.ResponseAsync.IsCompleted);

        host.Gate.Closed.SetResult();
        var created = Guid.Parse((await underWay.ResponseAsync.WaitAsync(Patience, Ct)).ReferralId);
        await stopping.WaitAsync(Patience, Ct);
        Assert.Equal(1, host.Gate.Entered);
        Assert.Equal(1, await Servers.QueryAsync<long>(servers.Administrator, $"select count(*) from outbox_messages where aggregate_id = '{created}'"));
    }

    [Fact]
    public async Task CallOnAConnectionOfOld_WhileTheServiceStops_IsRefused_AndHealthIsStillTold()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ProbeHost.StartAsync(servers.Settings(("Identity:Authority", issuer.Authority)));
        using var calls = new Calls(host.GrpcAddress);
        using var http = new HttpClient { BaseAddress = host.GrpcAddress, DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        var drain = host.Services.GetRequiredService<Drain>();

        drain.Begin();
        var last = await calls.Referrals.CreateReferralAsync(Calls.Create(), Calls.As(issuer.Staff()));
        Assert.NotEmpty(last.ReferralId);

        await drain.EndCallsAsync();
        var refused = await Calls.RefusalAsync(calls.Referrals.CreateReferralAsync(Calls.Create(), Calls.As(issuer.Staff())));
        Assert.Equal((StatusCode.Unavailable, "SERVICE_STOPPING"), (refused.Status, refused.Code));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync("/v1/agencies", Ct)).StatusCode);
        Assert.Equal(Serving.NotServing, (await new Health.HealthClient(calls.Channel).CheckAsync(new(), cancellationToken: Ct)).Status);
    }

    [Fact]
    public async Task Stop_EndsStreamsAsUnavailable()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ProbeHost.StartAsync(servers.Settings(("Identity:Authority", issuer.Authority)));
        using var calls = new Calls(host.GrpcAddress);
        using var talk = calls.Channel.CreateCallInvoker().AsyncDuplexStreamingCall(TalkService.Talk, null, Calls.As(issuer.Staff()));
        await talk.RequestStream.WriteAsync(new(), Ct);
        Assert.True(await talk.ResponseStream.MoveNext(Ct));

        var stopping = StopAsync(host);

        var end = await Assert.ThrowsAsync<RpcException>(() => talk.ResponseStream.MoveNext(Ct).WaitAsync(Patience, Ct));
        Assert.Equal((StatusCode.Unavailable, "サービスを停止しています。しばらくしてからもう一度お試しください。"), (end.StatusCode, end.Status.Detail));
        // Nothing holds it up.
        await stopping.WaitAsync(TimeSpan.FromSeconds(15), Ct);
    }

    [Fact]
    public async Task Stop_BreaksOffACallThatOutlivesItsTime_AsUnavailable()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ProbeHost.StartAsync(
            servers.Settings(("Identity:Authority", issuer.Authority)),
            configure: builder => builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(6)));
        using var calls = new Calls(host.GrpcAddress);
        var endless = calls.Referrals.CompleteReferralAsync(new() { RequestId = Guid.NewGuid().ToString(), ReferralId = Guid.NewGuid().ToString() }, Calls.As(issuer.Staff()));
        await Eventually.GetAsync(() => Task.FromResult(host.Services.GetRequiredService<Drain>().InFlight), inFlight => inFlight == 1);

        var stopping = StopAsync(host);

        var end = await Calls.RefusalAsync(endless).WaitAsync(Patience, Ct);
        Assert.Equal((StatusCode.Unavailable, "SERVICE_STOPPING"), (end.Status, end.Code));
        await stopping.WaitAsync(Patience, Ct);
    }

    [Fact]
    public async Task Stop_ClosesAConnectionThatItsClientKeeps()
    {
        await using var host = await ProbeHost.StartAsync(servers.Settings());
        using var client = await SilentClientAsync(host.GrpcAddress);

        await StopAsync(host).WaitAsync(TimeSpan.FromSeconds(15), Ct);

        await ReadToEndAsync(client);
    }

    [Fact]
    public async Task Stop_TakesTheServerFirst_ThenTheOutbox_ThenTheBus()
    {
        await using var host = ProbeHost.Build(servers.MessagingSettings());
        var order = host.Services.GetServices<IHostedService>().Select(service => service.GetType().Name).Reverse().ToList();

        int[] places = [order.IndexOf("GenericWebHostService"), order.IndexOf("OutboxDispatcher"), order.IndexOf("MassTransitHostedService")];

        Assert.Equal(0, places[0]);
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(-1, places);
    }

    [Fact]
    public async Task ClientThatFellSilent_IsGivenUpWithinHalfAMinute()
    {
        KestrelServerOptions? asDefaulted = null;
        await using var host = await ProbeHost.StartAsync(servers.Settings(), configure: builder => builder.Services.PostConfigure<KestrelServerOptions>(kestrel =>
        {
            asDefaulted = new() { Limits = { Http2 = { KeepAlivePingDelay = kestrel.Limits.Http2.KeepAlivePingDelay, KeepAlivePingTimeout = kestrel.Limits.Http2.KeepAlivePingTimeout } } };
            kestrel.Limits.Http2.KeepAlivePingDelay = kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(1);
        }));
        _ = host.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;
        Assert.InRange(asDefaulted!.Limits.Http2.KeepAlivePingDelay + asDefaulted.Limits.Http2.KeepAlivePingTimeout, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30));

        using var client = await SilentClientAsync(host.GrpcAddress);
        await ReadToEndAsync(client);
    }

    /// <summary>Says that it speaks HTTP/2 and then nothing more, whatever it is asked.</summary>
    static async Task<TcpClient> SilentClientAsync(Uri address)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port, Ct);
        // The preface, no settings of its own, and the acknowledgement of the server's.
        await client.GetStream().WriteAsync((byte[])[.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 4, 1, 0, 0, 0, 0], Ct);
        return client;
    }

    static async Task ReadToEndAsync(TcpClient client)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(Patience);
        try
        {
            await client.GetStream().CopyToAsync(Stream.Null, patience.Token);
        }
        catch (IOException)
        {
            // Closed with a reset.
        }
    }

    static Task StopAsync(ProbeHost host) => host.Services.GetRequiredService<IHost>().StopAsync(CancellationToken.None);

    static async Task UntilAsync(AsyncServerStreamingCall<HealthCheckResponse> watch, Serving status)
    {
        while (await watch.ResponseStream.MoveNext(Ct).WaitAsync(Patience, Ct))
        {
            if (watch.ResponseStream.Current.Status == status)
                return;
        }
    }
}
