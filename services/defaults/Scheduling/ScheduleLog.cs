using Microsoft.Extensions.Logging;

namespace Tsunagu.ServiceDefaults.Scheduling;

static partial class ScheduleLog
{
    [LoggerMessage(LogLevel.Error, "{Kind} failed for the {Attempts}. time and is tried again in {Delay}: {Cause}")]
    public static partial void ScheduleFailed(this ILogger log, string kind, int attempts, TimeSpan delay, string cause);

    [LoggerMessage(LogLevel.Warning, "Schedules cannot be looked at for the moment: {Cause}")]
    public static partial void SchedulesUnknown(this ILogger log, string cause);
}
