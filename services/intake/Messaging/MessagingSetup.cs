using Tsunagu.Contracts.Events.Consents;
using Tsunagu.Contracts.Events.Intake;
using Tsunagu.Contracts.Events.Meetings;
using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Intake.Data;
using Tsunagu.ServiceDefaults.Consents;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Intake.Messaging;

/// <summary>What this service listens to: referrals open records, meetings have attendants, others close what rested on a revoked consent; and who must not miss what it publishes.</summary>
static class MessagingSetup
{
    const string Notification = "notification-intake";
    const string Referral = "intake-referral";
    const string Meeting = "intake-meeting";

    public static void Configure(MessagingBuilder<IntakeDbContext> messaging) => messaging
        .Consume<ReferralSent, ReferralSentConsumer>(Referral)
        .Consume<ReferralReceived, UnchangedConsumer<ReferralReceived>>(Referral)
        .Consume<ReferralAccepted, UnchangedConsumer<ReferralAccepted>>(Referral)
        .Consume<ReferralReturned, ReferralReturnedConsumer>(Referral)
        .Consume<ReferralDeclined, ReferralDeclinedConsumer>(Referral)
        .Consume<ReferralCompleted, UnchangedConsumer<ReferralCompleted>>(Referral)
        .Consume<ReferralOverdue, UnchangedConsumer<ReferralOverdue>>(Referral)
        .Consume<MeetingCalled, MeetingCalledConsumer>(Meeting)
        .Consume<AgenciesInvited, AgenciesInvitedConsumer>(Meeting)
        .Consume<DecisionRecorded, UnchangedConsumer<DecisionRecorded>>(Meeting)
        .Consume<MeetingCancelled, MeetingCancelledConsumer>(Meeting)
        .Consume<ConsentClosed, ConsentClosedConsumer>(ConsentEndpoint.Intake)
        .EnsureSubscriber<ConsultationRecorded>(Notification)
        .EnsureSubscriber<ConsultationLinked>(Notification)
        .EnsureSubscriber<CaseOpened>(Notification)
        .EnsureSubscriber<CaseTransferred>(Notification)
        .EnsureConsentSubscribers();

    static MessagingBuilder<IntakeDbContext> EnsureConsentSubscribers(this MessagingBuilder<IntakeDbContext> messaging)
    {
        foreach (var service in ConsentEndpoint.Sharing)
            messaging.EnsureSubscriber<ConsentRevoked>(ConsentEndpoint.Of(service));
        return messaging;
    }
}
