using Microsoft.Extensions.Logging;

namespace Tsunagu.ServiceDefaults.Auditing;

static partial class AuditLog
{
    [LoggerMessage(LogLevel.Error, "A refused call of {Method} ({Outcome}) could not be put on record: {Cause}")]
    public static partial void RefusalNotRecorded(this ILogger log, string method, string outcome, string cause);

    [LoggerMessage(LogLevel.Error, "Acts could not be sealed: {Cause}")]
    public static partial void SealFailed(this ILogger log, string cause);

    [LoggerMessage(LogLevel.Error, "Hashes over sealed acts could not be kept, proofs will lack them: {Cause}")]
    public static partial void HashesNotKept(this ILogger log, string cause);

    [LoggerMessage(LogLevel.Debug, "Sealed {Acts} acts; the log holds {Size}")]
    public static partial void Sealed(this ILogger log, int acts, long size);

    [LoggerMessage(LogLevel.Error, "The audit log contradicts what was sealed, signing has stopped: {Contradiction}")]
    public static partial void AuditContradicted(this ILogger log, string contradiction);

    [LoggerMessage(LogLevel.Warning, "Checkpoints of the audit log could not be compared or copied and will be again: {Cause}")]
    public static partial void CheckpointNotKept(this ILogger log, string cause);

    [LoggerMessage(LogLevel.Warning, "Checkpoints of the audit log are not signed: Audit:SigningKey names no key")]
    public static partial void CheckpointsUnsigned(this ILogger log);
}
