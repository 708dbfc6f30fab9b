using Tsunagu.Contracts.Events.Intake;
using Tsunagu.Intake.Data;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Intake.Messaging;

/// <summary>Who must not miss what this service publishes; it takes in nothing itself.</summary>
static class MessagingSetup
{
    const string Notification = "notification-intake";

    public static void Configure(MessagingBuilder<IntakeDbContext> messaging) => messaging
        .EnsureSubscriber<ConsultationRecorded>(Notification)
        .EnsureSubscriber<ConsultationLinked>(Notification)
        .EnsureSubscriber<CaseOpened>(Notification);
}
