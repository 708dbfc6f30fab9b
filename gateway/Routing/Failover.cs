using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Tsunagu.Gateway.Routing;

/// <summary>A replica that refuses the connection has seen nothing of the request: the next one is asked.</summary>
sealed class Failover(RequestDelegate next)
{
    /// <summary>Runs in the proxy's pipeline, before a replica is chosen.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var proxy = context.GetReverseProxyFeature();
        var left = proxy.AllDestinations.ToList();
        await next(context);
        while (NeverArrived(context) && left.Remove(proxy.ProxiedDestination!) && left.Count > 0)
        {
            proxy.AvailableDestinations = left;
            context.Features.Set<IForwarderErrorFeature>(null);
            context.Response.Clear();
            await next(context);
        }
    }

    static bool NeverArrived(HttpContext context) =>
        !context.Response.HasStarted
        && context.GetForwarderErrorFeature() is { Error: ForwarderError.Request, Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } };
}
