using Microsoft.Extensions.Logging;

namespace Tsunagu.ServiceDefaults.Hosting;

static partial class HostingLog
{
    [LoggerMessage(LogLevel.Critical, "{Reason}")]
    public static partial void BootRefused(this ILogger log, string reason);
}
