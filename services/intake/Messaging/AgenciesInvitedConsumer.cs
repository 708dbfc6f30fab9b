using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Events.Meetings;
using Tsunagu.Intake.Data;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Intake.Messaging;

/// <summary>Those invited later attend as well, unless the meeting is gone.</summary>
sealed class AgenciesInvitedConsumer(Inbox<IntakeDbContext> inbox) : InboxConsumer<AgenciesInvited, IntakeDbContext>(inbox)
{
    protected override async Task HandleAsync(AgenciesInvited e, IntakeDbContext db, CancellationToken ct)
    {
        var known = await db.Attendance.Where(row => row.Meeting == e.AggregateId).Select(row => row.Agency).ToListAsync(ct);
        db.Attendance.AddRange(e.InvitedAgencyIds.Distinct().Select(agency => new AgencyId(agency)).Except(known)
            .Select(agency => new MeetingAttendance(e.AggregateId, agency)));
        await db.SaveChangesAsync(ct);
    }
}
