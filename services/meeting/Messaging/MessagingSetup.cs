using Tsunagu.Contracts.Events.Meetings;
using Tsunagu.Meetings.Data;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Meetings.Messaging;

/// <summary>Who must not miss what this service publishes; it takes in nothing itself.</summary>
static class MessagingSetup
{
    const string Notification = "notification-meeting";
    const string Intake = "intake-meeting";

    public static void Configure(MessagingBuilder<MeetingDbContext> messaging) => messaging
        .EnsureSubscriber<MeetingCalled>(Notification)
        .EnsureSubscriber<AgenciesInvited>(Notification)
        .EnsureSubscriber<DecisionRecorded>(Notification)
        .EnsureSubscriber<MeetingCancelled>(Notification)
        .EnsureSubscriber<MeetingCalled>(Intake)
        .EnsureSubscriber<AgenciesInvited>(Intake)
        .EnsureSubscriber<DecisionRecorded>(Intake)
        .EnsureSubscriber<MeetingCancelled>(Intake);
}
