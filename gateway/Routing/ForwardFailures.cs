using Tsunagu.Gateway.Problems;
using Yarp.ReverseProxy.Forwarder;

namespace Tsunagu.Gateway.Routing;

/// <summary>Logs what could not be forwarded in one line; the proxy's own log gives each a stack. Callers who left are no failure.</summary>
sealed class ForwardFailures(RequestDelegate next, ILogger<ForwardFailures> log)
{
    /// <summary>Runs in the proxy's pipeline.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.GetForwarderErrorFeature() is { } failure && StatusProblems.StatusOf(failure) is >= StatusCodes.Status500InternalServerError and var status)
            log.ForwardFailed(context.GetReverseProxyFeature().Route.Config.RouteId, failure.Error, status);
    }
}
