using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Web.Internal;

static partial class WebLog
{
    [LoggerMessage(1, LogLevel.Debug, "gRPC-Web is not enabled for '{Path}'.")]
    internal static partial void NotEnabled(this ILogger log, string path);
}
