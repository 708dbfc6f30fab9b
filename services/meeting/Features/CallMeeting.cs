using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Meetings.Data;
using Tsunagu.Meetings.Messaging;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings;

public sealed partial class MeetingRpc
{
    /// <inheritdoc />
    public override Task<Meeting> CallMeeting(CallMeetingRequest request, ServerCallContext context)
    {
        var call = MeetingWire.Parse(request);
        var named = MeetingWire.ParseConsent(request);
        var caller = context.GetCaller();
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            var now = clock.GetUtcNow().Stored();
            var consent = named is { } id ? await consents.RequireAsync(db, id, ct) : null;
            var meeting = Domain.Meeting.Call(
                new(Guid.CreateVersion7(now)), call with { Consent = consent }, await db.MeetingRules.AsNoTracking().ToListAsync(ct),
                caller.Staff, staff.ConvenerOf(caller.Agency), now);
            await cases.RequireAsync(call.Case, ct);
            await directory.RequireAsync(call.Agencies, ct);
            db.Add(meeting);
            db.AddEvent(MeetingEvents.Called(meeting, now));
            await db.SaveChangesAsync(ct);
            return MeetingWire.ToWire(meeting);
        });
    }
}
