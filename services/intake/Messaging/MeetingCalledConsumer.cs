using Tsunagu.Contracts.Events.Meetings;
using Tsunagu.Intake.Data;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Intake.Messaging;

/// <summary>The convener and those invited with the call attend.</summary>
sealed class MeetingCalledConsumer(Inbox<IntakeDbContext> inbox) : InboxConsumer<MeetingCalled, IntakeDbContext>(inbox)
{
    protected override async Task HandleAsync(MeetingCalled e, IntakeDbContext db, CancellationToken ct)
    {
        db.Attendance.AddRange(
            e.InvitedAgencyIds.Append(e.ConvenerAgencyId).Distinct().Select(agency => new MeetingAttendance(e.AggregateId, new(agency))));
        await db.SaveChangesAsync(ct);
    }
}
