using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Referrals.Data;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Referrals.Messaging;

/// <summary>Who must not miss what this service publishes; it takes in nothing itself.</summary>
static class MessagingSetup
{
    const string Notification = "notification-referral";

    public static void Configure(MessagingBuilder<ReferralDbContext> messaging) => messaging
        .EnsureSubscriber<ReferralSent>(Notification)
        .EnsureSubscriber<ReferralReceived>(Notification)
        .EnsureSubscriber<ReferralAccepted>(Notification)
        .EnsureSubscriber<ReferralReturned>(Notification)
        .EnsureSubscriber<ReferralDeclined>(Notification)
        .EnsureSubscriber<ReferralCompleted>(Notification)
        .EnsureSubscriber<SubscriptionCreated>(Notification)
        .EnsureSubscriber<SubscriptionDeleted>(Notification);
}
