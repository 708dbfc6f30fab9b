using Tsunagu.Contracts.Events;
using Tsunagu.Intake.Data;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Intake.Messaging;

/// <summary>A step that changes nothing here; taken in, so that the sequence of its record has no gap.</summary>
sealed class UnchangedConsumer<TEvent>(Inbox<IntakeDbContext> inbox) : InboxConsumer<TEvent, IntakeDbContext>(inbox)
    where TEvent : class, IIntegrationEvent
{
    protected override Task HandleAsync(TEvent e, IntakeDbContext db, CancellationToken ct) => Task.CompletedTask;
}
