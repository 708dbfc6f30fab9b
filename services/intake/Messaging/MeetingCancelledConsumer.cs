using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Events.Meetings;
using Tsunagu.Intake.Data;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Intake.Messaging;

/// <summary>Nobody attends a meeting that was called off, so grants that name it open nothing.</summary>
sealed class MeetingCancelledConsumer(Inbox<IntakeDbContext> inbox) : InboxConsumer<MeetingCancelled, IntakeDbContext>(inbox)
{
    protected override Task HandleAsync(MeetingCancelled e, IntakeDbContext db, CancellationToken ct) =>
        db.Attendance.Where(row => row.Meeting == e.AggregateId).ExecuteDeleteAsync(ct);
}
