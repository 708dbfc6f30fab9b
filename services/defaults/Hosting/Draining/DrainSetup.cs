using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Tsunagu.ServiceDefaults.Hosting;

/// <summary>Wires the graceful stop.</summary>
static class DrainSetup
{
    public static void AddDrain(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Drain>();
        builder.Services.AddSingleton<DrainInterceptor>();
        builder.Services.AddHostedService<DrainService>();
        builder.Services.AddHealthChecks().AddCheck<DrainHealth>("stopping", tags: ["ready"]);
    }

    public static void UseDrain(this WebApplication app)
    {
        app.Services.GetRequiredService<Drain>().CountsCalls = true;
        app.UseMiddleware<DrainMiddleware>();
    }

    /// <summary>Keeps the connections of a listener, so that the last of them can be closed.</summary>
    public static void KeepConnections(this ListenOptions listen)
    {
        var drain = listen.ApplicationServices.GetRequiredService<Drain>();
        listen.Use(next => connection => drain.KeepAsync(connection, next));
    }
}
