using Grpc.Core;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Meetings.Data;
using Tsunagu.Meetings.Messaging;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Version = Tsunagu.ServiceDefaults.Data.Version;

namespace Tsunagu.Meetings;

public sealed partial class MeetingRpc
{
    /// <inheritdoc />
    public override Task<Meeting> CancelMeeting(CancelMeetingRequest request, ServerCallContext context)
    {
        var id = MeetingWire.ParseId(request.MeetingId);
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            var meeting = await db.Meetings.OneToChangeAsync(id, context.GetCaller().Agency, ct);
            Version.Require(request.ExpectedVersion, meeting.Version);
            meeting.Cancel();
            db.AddEvent(MeetingEvents.Cancelled(meeting, clock.GetUtcNow().Stored()));
            await db.SaveChangesAsync(ct);
            return MeetingWire.ToWire(meeting);
        });
    }
}
