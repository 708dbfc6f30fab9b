namespace Tsunagu.Intake.Messaging;

static partial class IntakeLog
{
    [LoggerMessage(LogLevel.Warning, "Referral {ReferralId} opens nothing of {Kind} {RecordId}: it is not the sender's, or its basis does not carry")]
    public static partial void NothingOpened(this ILogger log, Guid referralId, string kind, Guid recordId);

    [LoggerMessage(LogLevel.Warning, "{Service} closed consent {ConsentId}, which is not here: an older state of the database may have been restored")]
    public static partial void ConsentUnknown(this ILogger log, Guid consentId, string service);

    [LoggerMessage(LogLevel.Warning, "Referral {ReferralId} opens nothing: consent {ConsentId} ended since it was sent, or does not cover it")]
    public static partial void ConsentGone(this ILogger log, Guid referralId, Guid consentId);
}
