using Tsunagu.Contracts.Events.Grants;
using Tsunagu.Contracts.Events.Households;
using Tsunagu.Contracts.Events.Intake;
using Tsunagu.Contracts.Events.Meetings;
using Tsunagu.Contracts.Events.Notifications;
using Tsunagu.Contracts.Events.Operations;
using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Notifications.Data;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Notifications.Messaging;

/// <summary>What this service listens to, one queue for each service whose records it tells of, and who must not miss what it publishes.</summary>
static class MessagingSetup
{
    const string Referral = "notification-referral";
    const string Intake = "notification-intake";
    const string Meeting = "notification-meeting";
    const string Operations = "notification-operations";
    const string BreakGlass = "notification-break-glass";
    const string Household = "notification-household";

    public static void Configure(MessagingBuilder<NotificationDbContext> messaging) => messaging
        .Consume<ReferralSent, ReferralSentConsumer>(Referral)
        .Consume<ReferralReceived, ReferralReceivedConsumer>(Referral)
        .Consume<ReferralAccepted, ReferralAcceptedConsumer>(Referral)
        .Consume<ReferralReturned, ReferralReturnedConsumer>(Referral)
        .Consume<ReferralDeclined, ReferralDeclinedConsumer>(Referral)
        .Consume<ReferralCompleted, ReferralCompletedConsumer>(Referral)
        .Consume<ReferralOverdue, ReferralOverdueConsumer>(Referral)
        .Consume<SubscriptionCreated, SubscriptionCreatedConsumer>(Referral)
        .Consume<SubscriptionDeleted, SubscriptionDeletedConsumer>(Referral)
        .Consume<ConsultationRecorded, ConsultationRecordedConsumer>(Intake)
        .Consume<ConsultationLinked, ConsultationLinkedConsumer>(Intake)
        .Consume<CaseOpened, CaseOpenedConsumer>(Intake)
        .Consume<CaseTransferred, CaseTransferredConsumer>(Intake)
        .Consume<MeetingCalled, MeetingCalledConsumer>(Meeting)
        .Consume<AgenciesInvited, AgenciesInvitedConsumer>(Meeting)
        .Consume<MeetingCancelled, MeetingCancelledConsumer>(Meeting)
        .Consume<DecisionRecorded, DecisionRecordedConsumer>(Meeting)
        .Consume<MessageParked, MessageParkedConsumer>(Operations)
        .Consume<BreakGlassOpened, BreakGlassOpenedConsumer>(BreakGlass)
        .Consume<BreakGlassReviewed, BreakGlassReviewedConsumer>(BreakGlass)
        .Consume<BreakGlassOverdue, BreakGlassOverdueConsumer>(BreakGlass)
        .Consume<RevealRequested, RevealRequestedConsumer>(Household)
        .Consume<RevealOpened, RevealOpenedConsumer>(Household)
        .Consume<RevealRejected, RevealRejectedConsumer>(Household)
        .Consume<ProtectionsDue, ProtectionsDueConsumer>(Household)
        .EnsureSubscriber<SubscriptionGone>("referral-subscription");
}
