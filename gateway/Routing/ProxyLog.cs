using Yarp.ReverseProxy.Forwarder;

namespace Tsunagu.Gateway.Routing;

static partial class ProxyLog
{
    [LoggerMessage(LogLevel.Warning, "{Route} could not be forwarded: {Error}, answered {Status}")]
    public static partial void ForwardFailed(this ILogger log, string route, ForwarderError error, int status);
}
