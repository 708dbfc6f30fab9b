using Grpc.Core;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Meetings.Data;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Meetings;

public sealed partial class MeetingRpc
{
    /// <inheritdoc />
    public override Task<ListMeetingsResponse> ListMeetings(ListMeetingsRequest request, ServerCallContext context)
    {
        var caseId = FieldParser.UuidOrNull(request.CaseId, "case_id");
        var from = FieldParser.TimeOrNull(request.StartsFrom, "starts_from");
        return work.ReadAsync(context, async (db, ct) =>
        {
            var meetings = db.Meetings.AttendedBy(context.GetCaller().Agency);
            if (caseId is { } id) meetings = meetings.Where(m => m.Case == new CaseId(id));
            if (from is { } earliest) meetings = meetings.Where(m => m.StartsAt >= earliest);
            var (page, next) = await meetings.PageAsync(request.PageSize, request.PageToken, ct);
            return new ListMeetingsResponse { Meetings = { page }, NextPageToken = next };
        });
    }
}
