using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Tests.Integration.Intake;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>Requests about meetings.</summary>
static partial class Requests
{
    static Dictionary<string, Request> OfMeeting(AccessStage stage) => new()
    {
        ["MeetingService.CallMeeting"] = new(() => NewMeeting(stage.Case.CaseId)),
        ["MeetingService.InviteAgencies"] = new(() => new InviteAgenciesRequest
        {
            RequestId = Desk.NewId(),
            MeetingId = stage.Meeting.MeetingId,
            ExpectedVersion = Stale,
            AgencyIds = { AccessStage.Receiver },
        }),
        ["MeetingService.RecordDecision"] = new(() => new RecordDecisionRequest
        {
            RequestId = Desk.NewId(),
            MeetingId = stage.Meeting.MeetingId,
            ExpectedVersion = Stale,
            Text = "見守る",
            ResponsibleAgencyId = AccessStage.Receiver,
        }),
        ["MeetingService.CancelMeeting"] = new(() => new CancelMeetingRequest
        {
            RequestId = Desk.NewId(),
            MeetingId = stage.Meeting.MeetingId,
            ExpectedVersion = Stale,
        }),
        ["MeetingService.GetMeeting"] = new(() => new GetMeetingRequest { MeetingId = stage.Meeting.MeetingId }),
        ["MeetingService.ListMeetings"] = new(() => new ListMeetingsRequest { PageSize = 100 }, stage.Meeting.MeetingId),
    };
}
