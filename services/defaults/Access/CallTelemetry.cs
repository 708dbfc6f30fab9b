using System.Diagnostics;
using Grpc.Core;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Names the span of a call as the OpenTelemetry conventions do: by service and method, never by values.</summary>
static class CallTelemetry
{
    public static void Name(ServerCallContext context)
    {
        if (Activity.Current is not { } activity)
            return;
        var slash = context.Method.LastIndexOf('/');
        activity.DisplayName = context.Method[1..];
        activity.SetTag("rpc.system", "grpc");
        activity.SetTag("rpc.service", context.Method[1..slash]);
        activity.SetTag("rpc.method", context.Method[(slash + 1)..]);
    }
}
