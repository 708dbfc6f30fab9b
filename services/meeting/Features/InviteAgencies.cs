using Grpc.Core;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Meetings.Data;
using Tsunagu.Meetings.Messaging;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Version = Tsunagu.ServiceDefaults.Data.Version;

namespace Tsunagu.Meetings;

public sealed partial class MeetingRpc
{
    /// <inheritdoc />
    public override Task<Meeting> InviteAgencies(InviteAgenciesRequest request, ServerCallContext context)
    {
        var id = MeetingWire.ParseId(request.MeetingId);
        var agencies = MeetingWire.ParseAgencies(request.AgencyIds);
        if (agencies.Count == 0) throw WireErrors.Field("agency_ids", "必須項目です。");
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            var meeting = await db.Meetings.OneToChangeAsync(id, context.GetCaller().Agency, ct);
            Version.Require(request.ExpectedVersion, meeting.Version);
            var now = clock.GetUtcNow().Stored();
            var consent = meeting.ConsentId is { } named ? await consents.RequireAsync(db, named, ct) : null;
            var added = meeting.Invite(agencies, consent, now);
            await directory.RequireAsync(added, ct);
            if (added.Count > 0) db.AddEvent(MeetingEvents.Invited(meeting, added, now));
            await db.SaveChangesAsync(ct);
            return MeetingWire.ToWire(meeting);
        });
    }
}
