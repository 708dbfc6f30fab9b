using Microsoft.Extensions.Logging;

namespace Tsunagu.ServiceDefaults.Access;

static partial class AccessLog
{
    [LoggerMessage(LogLevel.Information, "{Method} refused to {StaffId}: {Verdict}")]
    public static partial void CallRefused(this ILogger log, string method, AccessVerdict verdict, string staffId);

    [LoggerMessage(LogLevel.Information, "{Method}: the token was not accepted ({Cause})")]
    public static partial void TokenRefused(this ILogger log, string method, string cause);

    [LoggerMessage(LogLevel.Warning, "{Method}: the issuer's keys could not be had ({Cause})")]
    public static partial void IssuerAway(this ILogger log, string method, string cause);
}
