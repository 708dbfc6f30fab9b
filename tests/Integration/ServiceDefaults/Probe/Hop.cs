using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>One service of a chain, without a database: waits a moment, asks the next one, and tells how many milliseconds it was given.</summary>
public sealed class Hop : IAsyncDisposable
{
    readonly WebApplication app;

    Hop(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public IServiceProvider Services => app.Services;

    /// <summary>Ends when a call was cancelled while it waited.</summary>
    public TaskCompletionSource Cancelled { get; } = new();

    /// <param name="issuer">Who vouches for callers.</param>
    /// <param name="name">What it answers with.</param>
    /// <param name="wait">How long each call takes.</param>
    /// <param name="next">Addresses of the next one; none for the last.</param>
    public static async Task<Hop> StartAsync(Issuer issuer, string name, TimeSpan wait, params string[] next)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection([
            new("Identity:Authority", issuer.Authority), .. next.Select((address, at) => KeyValuePair.Create($"services:next:grpc:{at}", (string?)address))]);
        builder.AddServiceDefaults("hop");
        if (next.Length > 0)
            builder.AddServiceClient<DirectoryService.DirectoryServiceClient>("next");
        builder.Services.AddSingleton(new Manner(name, wait));
        var app = builder.Build();
        var hop = new Hop(app);
        app.MapServiceDefaults();
        app.Services.GetRequiredService<Manner>().Hop = hop;
        app.MapGrpcService<Rpc>();
        await app.PrepareServiceAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await TestDirectory.Of(issuer.Authority).AttachAsync(app.Services);
        return hop;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    sealed record Manner(string Name, TimeSpan Wait)
    {
        public Hop? Hop { get; set; }
    }

    sealed class Rpc(Manner manner, IServiceProvider services) : DirectoryService.DirectoryServiceBase
    {
        public override async Task<ListAgenciesResponse> ListAgencies(ListAgenciesRequest request, ServerCallContext context)
        {
            var left = (context.Deadline - DateTime.UtcNow).TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);
            var answer = new ListAgenciesResponse { Agencies = { new Agency { AgencyId = manner.Name, Name = left } } };
            try
            {
                await Task.Delay(manner.Wait, context.CancellationToken);
            }
            catch (OperationCanceledException)
            {
                manner.Hop?.Cancelled.TrySetResult();
                throw;
            }
            if (services.GetService<DirectoryService.DirectoryServiceClient>() is { } next)
                answer.Agencies.Add((await next.ListAgenciesAsync(request)).Agencies);
            return answer;
        }
    }
}
