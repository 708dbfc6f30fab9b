using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;
using Meeting = Tsunagu.Contracts.Meetings.V1.Meeting;

namespace Tsunagu.Meetings;

public sealed partial class MeetingRpc
{
    /// <inheritdoc />
    public override Task<Meeting> GetMeeting(GetMeetingRequest request, ServerCallContext context)
    {
        var id = MeetingWire.ParseId(request.MeetingId);
        return work.ReadAsync(context, async (db, ct) =>
            await db.Meetings.AsNoTracking().AsSingleQuery().SingleOrDefaultAsync(m => m.Id == id, ct) is { } meeting
            && await db.MaySeeAsync(context, new(new Resource(GrantSetup.Meeting, id.Value), meeting.Convener, Invited(meeting)), ct)
                ? MeetingWire.ToWire(meeting)
                : throw MeetingErrors.MeetingNotFound());
    }

    static AgencyId[] Invited(Domain.Meeting meeting) => [.. meeting.Invitations.Select(invitation => invitation.Agency)];
}
