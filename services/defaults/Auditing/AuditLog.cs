using Microsoft.Extensions.Logging;

namespace Tsunagu.ServiceDefaults.Auditing;

static partial class AuditLog
{
    [LoggerMessage(LogLevel.Error, "A refused call of {Method} ({Outcome}) could not be put on record: {Cause}")]
    public static partial void RefusalNotRecorded(this ILogger log, string method, string outcome, string cause);

    [LoggerMessage(LogLevel.Error, "Acts could not be sealed: {Cause}")]
    public static partial void SealFailed(this ILogger log, string cause);

    [LoggerMessage(LogLevel.Debug, "Sealed {Acts} acts; the log holds {Size}")]
    public static partial void Sealed(this ILogger log, int acts, long size);
}
