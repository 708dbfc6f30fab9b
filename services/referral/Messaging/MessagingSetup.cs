using Tsunagu.Contracts.Events.Directory;
using Tsunagu.Contracts.Events.Notifications;
using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Referrals.Data;
using Tsunagu.ServiceDefaults.Consents;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Referrals.Messaging;

/// <summary>What this service listens to, and who must not miss what it publishes.</summary>
static class MessagingSetup
{
    const string Notification = "notification-referral";
    const string Intake = "intake-referral";
    const string Subscription = "referral-subscription";

    public static void Configure(MessagingBuilder<ReferralDbContext> messaging)
    {
        Referrals(messaging);
        foreach (var service in ServiceArea.All)
            Directory(messaging, DirectoryEndpoint.Of(service));
    }

    static void Referrals(MessagingBuilder<ReferralDbContext> messaging) => messaging
        .Consume<SubscriptionGone, SubscriptionGoneConsumer>(Subscription)
        .ConsumeConsents("referral")
        .EnsureSubscriber<ReferralSent>(Notification)
        .EnsureSubscriber<ReferralReceived>(Notification)
        .EnsureSubscriber<ReferralAccepted>(Notification)
        .EnsureSubscriber<ReferralReturned>(Notification)
        .EnsureSubscriber<ReferralDeclined>(Notification)
        .EnsureSubscriber<ReferralCompleted>(Notification)
        .EnsureSubscriber<ReferralSent>(Intake)
        .EnsureSubscriber<ReferralReceived>(Intake)
        .EnsureSubscriber<ReferralAccepted>(Intake)
        .EnsureSubscriber<ReferralReturned>(Intake)
        .EnsureSubscriber<ReferralDeclined>(Intake)
        .EnsureSubscriber<ReferralCompleted>(Intake)
        .EnsureSubscriber<ReferralOverdue>(Intake)
        .EnsureSubscriber<ReferralOverdue>(Notification)
        .EnsureSubscriber<SubscriptionCreated>(Notification)
        .EnsureSubscriber<SubscriptionDeleted>(Notification);

    static void Directory(MessagingBuilder<ReferralDbContext> messaging, string endpoint) => messaging
        .EnsureSubscriber<AgencyChanged>(endpoint)
        .EnsureSubscriber<StaffChanged>(endpoint)
        .EnsureSubscriber<AgreementChanged>(endpoint)
        .EnsureSubscriber<SharingRuleChanged>(endpoint)
        .EnsureSubscriber<DirectoryConfirmed>(endpoint);
}
