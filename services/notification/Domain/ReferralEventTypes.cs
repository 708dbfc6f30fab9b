namespace Tsunagu.Notifications.Domain;

/// <summary>Names of public referral events, as partners read them.</summary>
public static class ReferralEventTypes
{
    /// <summary>Type of the event, such as <c>referral.sent</c>.</summary>
    public static string Code(this ReferralEventType type) => type switch
    {
        ReferralEventType.Sent => "referral.sent",
        ReferralEventType.Received => "referral.received",
        ReferralEventType.Accepted => "referral.accepted",
        ReferralEventType.Returned => "referral.returned",
        ReferralEventType.Declined => "referral.declined",
        ReferralEventType.Completed => "referral.completed",
        ReferralEventType.SentOverdue or ReferralEventType.ReceivedOverdue => "referral.overdue",
    };

    /// <summary>State the referral stands in, by its name in the contract.</summary>
    public static string StateCode(this ReferralEventType type) => type switch
    {
        ReferralEventType.Sent or ReferralEventType.SentOverdue => "REFERRAL_STATE_SENT",
        ReferralEventType.Received or ReferralEventType.ReceivedOverdue => "REFERRAL_STATE_RECEIVED",
        ReferralEventType.Accepted => "REFERRAL_STATE_ACCEPTED",
        ReferralEventType.Returned => "REFERRAL_STATE_RETURNED",
        ReferralEventType.Declined => "REFERRAL_STATE_DECLINED",
        ReferralEventType.Completed => "REFERRAL_STATE_COMPLETED",
    };

    /// <summary>What those who are told read in its inbox.</summary>
    public static InboxKind Notice(this ReferralEventType type) => type switch
    {
        ReferralEventType.Sent => InboxKind.ReferralSent,
        ReferralEventType.Received => InboxKind.ReferralReceived,
        ReferralEventType.Accepted => InboxKind.ReferralAccepted,
        ReferralEventType.Returned => InboxKind.ReferralReturned,
        ReferralEventType.Declined => InboxKind.ReferralDeclined,
        ReferralEventType.Completed => InboxKind.ReferralCompleted,
        ReferralEventType.SentOverdue or ReferralEventType.ReceivedOverdue => InboxKind.ReferralOverdue,
    };
}
