using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Meetings.Data;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Meetings;

public sealed partial class MeetingRpc
{
    /// <inheritdoc />
    public override Task<Meeting> GetMeeting(GetMeetingRequest request, ServerCallContext context)
    {
        var id = MeetingWire.ParseId(request.MeetingId);
        var agency = context.GetCaller().Agency;
        return work.ReadAsync(context, async (db, ct) =>
            MeetingWire.ToWire(await db.Meetings.AsNoTracking().OneAsync(id, agency, ct)));
    }
}
