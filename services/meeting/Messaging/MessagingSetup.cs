using Tsunagu.Contracts.Events.Meetings;
using Tsunagu.Meetings.Data;
using Tsunagu.ServiceDefaults.Consents;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Meetings.Messaging;

/// <summary>What this service listens to, and who must not miss what it publishes.</summary>
static class MessagingSetup
{
    const string Notification = "notification-meeting";
    const string Intake = "intake-meeting";

    public static void Configure(MessagingBuilder<MeetingDbContext> messaging) => messaging
        .ConsumeConsents("meeting")
        .EnsureSubscriber<MeetingCalled>(Notification)
        .EnsureSubscriber<AgenciesInvited>(Notification)
        .EnsureSubscriber<DecisionRecorded>(Notification)
        .EnsureSubscriber<MeetingCancelled>(Notification)
        .EnsureSubscriber<MeetingCalled>(Intake)
        .EnsureSubscriber<AgenciesInvited>(Intake)
        .EnsureSubscriber<DecisionRecorded>(Intake)
        .EnsureSubscriber<MeetingCancelled>(Intake);
}
