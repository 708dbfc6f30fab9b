using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>The probe service inside the test process, set up by the same four lines as any other.</summary>
public sealed class ProbeHost : IAsyncDisposable
{
    readonly WebApplication app;
    int gone;

    ProbeHost(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    public ProbeGate Gate => Services.GetRequiredService<ProbeGate>();

    public UnitOfWork<ProbeDbContext> UnitOfWork => Services.GetRequiredService<UnitOfWork<ProbeDbContext>>();

    public Uri GrpcAddress => new(app.Urls.First());

    public Uri ProbeAddress => new(app.Urls.Last());

    public IBus Bus => Services.GetRequiredService<IBus>();

    /// <summary>Builds, prepares and starts it.</summary>
    /// <param name="settings">Configuration.</param>
    /// <param name="endpoint">Endpoint it consumes from, or null to take in nothing.</param>
    /// <param name="subscriber">Subscriber's queue that it declares as a publisher, or null.</param>
    /// <param name="configure">Further services.</param>
    public static async Task<ProbeHost> StartAsync(
        IReadOnlyDictionary<string, string?> settings,
        string? endpoint = null,
        string? subscriber = null,
        Action<WebApplicationBuilder>? configure = null)
    {
        var host = Build(settings, endpoint, subscriber, configure);
        await host.app.PrepareServiceAsync(TestContext.Current.CancellationToken);
        await host.app.StartAsync(TestContext.Current.CancellationToken);
        if (settings.TryGetValue("Identity:Authority", out var authority) && !string.IsNullOrEmpty(authority))
            await TestDirectory.Of(authority).AttachAsync(host.Services);
        return host;
    }

    /// <summary>Takes in what it publishes itself; its queue is there before the first event.</summary>
    public static Task<ProbeHost> StartConsumingAsync(IReadOnlyDictionary<string, string?> settings, string endpoint) =>
        StartAsync(settings, endpoint, subscriber: endpoint);

    public static ProbeHost Build(
        IReadOnlyDictionary<string, string?> settings,
        string? endpoint = null,
        string? subscriber = null,
        Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddServiceDefaults("probe");
        builder.AddServiceClient<DirectoryService.DirectoryServiceClient>("referral");
        builder.AddServiceDatabase<ProbeDbContext>("probe-db");
        if (settings.ContainsKey("ConnectionStrings:messaging"))
        {
            builder.Services.AddSchedule<ProbeDbContext, ProbeJob>();
            builder.AddMessaging<ProbeDbContext>(messaging =>
            {
                if (endpoint is not null)
                    messaging.Consume<ReferralSent, ProbeConsumer>(endpoint);
                if (subscriber is not null)
                    messaging.EnsureSubscriber<ReferralSent>(subscriber);
            });
        }

        builder.Services.AddSingleton<ProbeGate>();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGrpcService<ProbeRpc>();
        app.MapGrpcService<ProbeDirectoryRpc>();
        app.MapGrpcService<ProbeInboxRpc>();
        app.MapGrpcService<ProbeImportRpc>();
        app.MapGrpcService<ProbeTalkRpc>();
        return new(app);
    }

    public Task PrepareAsync() => app.PrepareServiceAsync(TestContext.Current.CancellationToken);

    /// <summary>Commits events as one unit of work each.</summary>
    public async Task CommitAsync(params ReferralSent[] events)
    {
        foreach (var e in events)
            await UnitOfWork.RunAsAsync("test", async (db, ct) => { db.AddEvent(e); await db.SaveChangesAsync(ct); }, TestContext.Current.CancellationToken);
    }

    /// <summary>Sequences that took effect for an aggregate, in the order in which they did.</summary>
    public Task<List<long>> EffectsAsync(Guid aggregate) => UnitOfWork.RunAsAsync(
        "test",
        (db, ct) => db.Effects.Where(effect => effect.AggregateId == aggregate).OrderBy(effect => effect.Id)
            .Select(effect => effect.Sequence).ToListAsync(ct),
        TestContext.Current.CancellationToken);

    // The message library tries a broker that was away again at intervals of up to a minute.
    public Task<List<long>> EventuallyAsync(Guid aggregate, int count) =>
        Eventually.GetAsync(() => EffectsAsync(aggregate), effects => effects.Count >= count, seconds: 120);

    // Also after a test has taken it away itself.
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref gone, 1) == 1)
            return;
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
