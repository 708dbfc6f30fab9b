using Microsoft.Extensions.Logging;

namespace Tsunagu.ServiceDefaults.Errors;

static partial class ErrorLog
{
    [LoggerMessage(LogLevel.Error, "{Method} failed")]
    public static partial void CallFailed(this ILogger log, string method, Exception exception);

    [LoggerMessage(LogLevel.Warning, "{Method} could not be served: {Cause}")]
    public static partial void CallUnavailable(this ILogger log, string method, string cause);
}
