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
    public override Task<Meeting> RecordDecision(RecordDecisionRequest request, ServerCallContext context)
    {
        var id = MeetingWire.ParseId(request.MeetingId);
        var text = FieldParser.Text(request.Text, "text", 2000, required: true);
        var responsible = new AgencyId(FieldParser.Code(request.ResponsibleAgencyId, "responsible_agency_id"));
        var due = FieldParser.Date(request.DueDate, "due_date");
        var caller = context.GetCaller();
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            var meeting = await db.Meetings.OneToChangeAsync(id, caller.Agency, ct);
            Version.Require(request.ExpectedVersion, meeting.Version);
            var now = clock.GetUtcNow().Stored();
            var decision = new Domain.Decision(new(Guid.CreateVersion7(now)), text, responsible, due, now, caller.Staff);
            meeting.Record(decision);
            db.AddEvent(MeetingEvents.Decided(meeting, decision));
            await db.SaveChangesAsync(ct);
            return MeetingWire.ToWire(meeting);
        });
    }
}
