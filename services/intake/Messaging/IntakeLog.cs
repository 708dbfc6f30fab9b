namespace Tsunagu.Intake.Messaging;

static partial class IntakeLog
{
    [LoggerMessage(LogLevel.Warning, "Referral {ReferralId} opens nothing of {Kind} {RecordId}: it is not the sender's, or its basis does not carry")]
    public static partial void NothingOpened(this ILogger log, Guid referralId, string kind, Guid recordId);
}
