using Microsoft.Extensions.Logging;

namespace Tsunagu.ServiceDefaults.Hosting;

static partial class HostingLog
{
    [LoggerMessage(LogLevel.Critical, "{Reason}")]
    public static partial void BootRefused(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Told to stop: {InFlight} calls are under way")]
    public static partial void DrainBegins(this ILogger log, int inFlight);

    [LoggerMessage(LogLevel.Warning, "{InFlight} calls did not end in time and are broken off")]
    public static partial void DrainGivesUp(this ILogger log, int inFlight);
}
