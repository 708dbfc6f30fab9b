using Tsunagu.Contracts.Events.Households;
using Tsunagu.Households.Data;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Households.Messaging;

/// <summary>This service consumes nothing; who must not miss what it publishes.</summary>
static class MessagingSetup
{
    const string Notification = "notification-household";

    public static void Configure(MessagingBuilder<HouseholdDbContext> messaging) => messaging
        .EnsureSubscriber<RevealRequested>(Notification)
        .EnsureSubscriber<RevealOpened>(Notification)
        .EnsureSubscriber<RevealRejected>(Notification)
        .EnsureSubscriber<ProtectionsDue>(Notification);
}
