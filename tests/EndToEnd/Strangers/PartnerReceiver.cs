using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tsunagu.Tests.EndToEnd.Strangers;

/// <summary>A partner's server that takes every webhook.</summary>
sealed class PartnerReceiver : IAsyncDisposable
{
    readonly WebApplication server;

    PartnerReceiver(WebApplication server) => this.server = server;

    public Uri Address => new(new Uri(server.Urls.First()), "/hooks");

    public static async Task<PartnerReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.MapPost("/hooks", () => Results.NoContent());
        await server.StartAsync();
        return new PartnerReceiver(server);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
