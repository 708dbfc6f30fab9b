using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Tsunagu.ServiceDefaults.Hosting;

/// <summary>Probes for whoever runs the service; they tell states and no more.</summary>
static class Probes
{
    const string Ready = "/health";
    const string Alive = "/alive";

    public static void MapProbes(this WebApplication app)
    {
        app.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = TellAsync });
        app.MapHealthChecks(Alive, new HealthCheckOptions { Predicate = _ => false });
    }

    // The state, then the checks that are not healthy by name: "Unhealthy masstransit-bus directory".
    static Task TellAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain";
        var failing = report.Entries.Where(check => check.Value.Status is not HealthStatus.Healthy).Select(check => check.Key);
        return context.Response.WriteAsync(string.Join(' ', [report.Status.ToString(), .. failing]));
    }

    /// <summary>HTTP/1.1 arrives at the probe listener alone, which offers the probes and nothing else.</summary>
    public static void UseProbeListener(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path == Ready || context.Request.Path == Alive)
        {
            Untraced(Activity.Current);
            return next(context);
        }

        if (HttpProtocol.IsHttp2(context.Request.Protocol))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    // Asked every few seconds, they would bury the traces of what people do.
    static void Untraced(Activity? activity)
    {
        if (activity is null)
            return;
        activity.IsAllDataRequested = false;
        activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
